package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The product offers no access to single directories, only its view of all of them as one, and that not as an OSGi service: people
 * and memberships work in the directory that the product itself writes to; the rest is refused and said.
 */
@OnEachHost(
        databases = Database.H2,
        products = {Product.JIRA, Product.CONFLUENCE, Product.BITBUCKET, Product.CROWD},
        generations = {Generation.P8, Generation.P7})
class EffectiveDirectoryTest extends MappedGroups {

    @Override
    String purpose() {
        return "effective";
    }

    @Override
    List<String> options() {
        return List.of("--without-services=DirectoryManager", "--components-only=CrowdService");
    }

    @Test
    void peopleWhenCreatedChangedRenamedAndDeactivatedThenTheDirectoryAgrees() {
        String name = someone();
        String id = created(name);
        String externalId = person(name).externalId();
        String newName = someone();

        Reply changed = scim.patch(
                "/Users/" + id,
                "{\"op\":\"replace\",\"value\":{\"displayName\":\"Changed\",\"userName\":\"" + newName + "\"}}");
        Reply left = scim.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(left.status()).as(left.text()).isEqualTo(200);
        assertThat(admin.person(name)).isEmpty();
        assertThat(person(newName).displayName()).isEqualTo("Changed");
        assertThat(person(newName).firstName()).isEqualTo("Given");
        assertThat(person(newName).externalId()).isEqualTo(externalId);
        assertThat(person(newName).active()).isFalse();
        assertThat(scim.find("userName eq \"" + newName + "\"").at("/Resources/0/id"))
                .isEqualTo(id);
    }

    @Test
    void peopleWhenInAnotherDirectoryThenNeitherSeenNorTakenOver() {
        Reply found = scim.find("userName eq \"corporate.person\"");
        Reply taken = scim.create("corporate.person");

        assertThat(found.at("/totalResults")).isEqualTo("0");
        assertScimError(taken, 409, "uniqueness");
        assertThat(admin.person("corporate.person")).isEmpty();
    }

    @Test
    void membershipsWhenMappedToALocalGroupThenThePersonGetsInAndOut() {
        String team = name("team");
        local.create(team);
        map(Bundle.empty().table(name("Devs"), team).policy("inactive", "withdrawGroups"));
        String name = someone();
        String id = created(name);

        push(name("Devs"), id);
        awaitAligned();
        List<String> in = local.members(team);
        scim.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}");
        awaitAligned();

        assertThat(in).containsExactly(name);
        assertThat(local.members(team)).isEmpty();
    }

    @Test
    void directoriesWhenListedThenOnlyTheProductsOwnCanBeConnectedAndTheAdminIsToldWhy() {
        Reply directories = admin.get("/directories");
        Reply partners =
                admin.change("POST", "/connections", AdminClient.connection("Partners", 3, "DEACTIVATE", "LIVE"));

        assertThat(directories.at("/0/usable")).as(directories.text()).isEqualTo("true");
        assertThat(directories.at("/0/allowedOperations").contains("CREATE_GROUP"))
                .isFalse();
        assertThat(directories.text()).contains("the first in which the product can create users");
        assertThat(directories.at("/2/usable")).isEqualTo("false");
        assertThat(partners.status()).as(partners.text()).isEqualTo(400);
        assertThat(admin.get("/status").at("/directoryAccess/0")).contains("no DirectoryManager");
    }

    @Test
    void connectionWhenTheProductOffersNoWayAtAllThenRefusedAndTheStatusSaysWhy() {
        try (HostProcess host = HostProcess.startWith(
                setup,
                setup.slug() + "_noway",
                List.of("--without-services=DirectoryManager,CrowdService,CrowdDirectoryService"))) {
            AdminClient locked = new AdminClient(host.base());

            Reply refused =
                    locked.change("POST", "/connections", AdminClient.connection("Okta", 1, "DEACTIVATE", "LIVE"));

            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(locked.get("/directories").json()).isEmpty();
            assertThat(locked.get("/status").at("/directoryAccess/0")).contains("CrowdService", "not served");
        }
    }
}
