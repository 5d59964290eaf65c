package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Crowd's applications: whoever chooses a directory is told of them, and what they give people is left alone. */
@OnEachHost(
        databases = Database.H2,
        products = Product.CROWD,
        generations = {Generation.P8, Generation.P7})
class CrowdApplicationsTest extends MappedGroups {

    private static final String REACTIVATE = "{\"op\":\"replace\",\"path\":\"active\",\"value\":true}";
    private static final String DEACTIVATE = "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}";

    @Override
    String purpose() {
        return "applications";
    }

    @Test
    void directoriesWhenListedThenWithTheApplicationsThatSeeThem() {
        local.create(name("default"));
        admin.orderProduct("""
                {"applications": {"wiki": {"directories": [1, 2], "groups": [], "defaultGroups": ["%s"]}}}
                """.formatted(name("default")));

        Reply directories = admin.get("/directories");

        assertThat(remarks(directories, 0))
                .anyMatch(remark -> remark.startsWith("Applications that see this directory: crowd, jira"))
                .contains("jira lets in only members of crowd-users.")
                .anyMatch(remark -> remark.startsWith("wiki puts people into " + name("default")));
        assertThat(remarks(directories, 1)).contains("Applications that see this directory: wiki.");
        assertThat(remarks(directories, 2)).anyMatch(remark -> remark.contains("can log in nowhere"));
    }

    @Test
    void defaultGroupWhenAnApplicationGivesItThenProvisioningNeverTakesItAway() {
        String given = name("default");
        String mapped = name("mapped");
        local.create(given);
        local.create(mapped);
        admin.orderProduct("""
                {"applications": {"wiki-%s": {"directories": [1], "groups": [], "defaultGroups": ["%s"]}}}
                """.formatted(mark, given));
        map(Bundle.empty().table(name("Devs"), mapped).policy("inactive", "withdrawGroups"));
        String person = someone();
        String id = created(person);
        String group = push(name("Devs"), id);
        awaitAligned();

        admin.orderProduct("{\"login\": {\"application\": \"wiki-%s\", \"user\": \"%s\"}}".formatted(mark, person));
        mapping.alignAgain();
        awaitAligned();
        List<String> afterLogin = admin.person(person).orElseThrow().groups();
        scim.patch("/Users/" + id, DEACTIVATE);
        awaitAligned();
        List<String> inactive = local.members(given);
        scim.patch("/Users/" + id, REACTIVATE);
        scim.delete(group);
        awaitAligned();

        assertThat(afterLogin).contains(given, mapped);
        assertThat(inactive).containsExactly(person);
        assertThat(local.members(given)).containsExactly(person);
        assertThat(local.members(mapped)).isEmpty();
    }

    private static List<String> remarks(Reply directories, int position) {
        List<String> remarks = new ArrayList<>();
        directories.json().get(position).path("remarks").forEach(remark -> remarks.add(remark.asText()));
        return remarks;
    }
}
