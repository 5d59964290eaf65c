package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.HttpUrlConnectorProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A SCIM client that nobody here wrote: the UnboundID SCIM 2 SDK. */
@OnEachHost
class UnboundIdClientTest extends AcceptanceCase {

    private Client http;
    private ScimService service;

    @BeforeEach
    void openClient() {
        ClientConfig config = new ClientConfig();
        config.connectorProvider(new HttpUrlConnectorProvider().useSetMethodWorkaround());
        http = ClientBuilder.newClient(config);
        ClientRequestFilter credentials =
                request -> request.getHeaders().putSingle("Authorization", "Bearer " + host.token());
        http.register(credentials);
        service = new ScimService(http.target(scim.base()));
    }

    @AfterEach
    void closeClient() {
        if (http != null) {
            http.close();
        }
    }

    @Test
    void createWhenNewThenTheUserIsReturnedAndInTheDirectory() throws ScimException {
        String name = someone();

        UserResource created = service.create("Users", user(name));

        assertThat(created.getId()).isNotBlank();
        assertThat(created.getUserName()).isEqualTo(name);
        assertThat(created.getMeta().getLocation()).hasToString(scim.base() + "/Users/" + created.getId());
        assertThat(person(name).displayName()).isEqualTo("Una Bound");
        assertThat(person(name).active()).isTrue();
    }

    @Test
    void createWhenTheNameIsTakenThenConflict() throws ScimException {
        String name = someone();
        service.create("Users", user(name));

        assertThatThrownBy(() -> service.create("Users", user(name))).isInstanceOf(ResourceConflictException.class);
    }

    @Test
    void searchWhenFilteredThenTheUserIsFound() throws ScimException {
        String name = someone();
        UserResource created = service.create("Users", user(name));

        ListResponse<UserResource> found = service.searchRequest("Users")
                .filter(Filter.eq("userName", name.toUpperCase(Locale.ROOT)).toString())
                .invoke(UserResource.class);

        assertThat(found.getTotalResults()).isEqualTo(1);
        assertThat(found.getResources())
                .singleElement()
                .extracting(UserResource::getId)
                .isEqualTo(created.getId());
    }

    @Test
    void replaceWhenTheNameChangesThenTheSamePersonIsRenamed() throws ScimException {
        String name = someone();
        UserResource user = service.create("Users", user(name));
        String renamed = someone();
        String externalId = person(name).externalId();

        user.setUserName(renamed);
        user.setDisplayName("Una Free");
        UserResource replaced = service.replace(user);

        assertThat(replaced.getId()).isEqualTo(user.getId());
        assertThat(replaced.getUserName()).isEqualTo(renamed);
        assertThat(admin.person(name)).isEmpty();
        assertThat(person(renamed).displayName()).isEqualTo("Una Free");
        assertThat(person(renamed).externalId()).isEqualTo(externalId);
    }

    @Test
    void modifyWhenDeactivatedThenThePersonIsInactiveUntilActivated() throws ScimException {
        String name = someone();
        UserResource user = service.create("Users", user(name));

        UserResource inactive = service.modifyRequest("Users", user.getId())
                .addOperation(PatchOperation.replace("active", BooleanNode.FALSE))
                .addOperation(PatchOperation.replace("name.givenName", "Ulla"))
                .invoke(UserResource.class);

        assertThat(inactive.getActive()).isFalse();
        assertThat(inactive.getName().getGivenName()).isEqualTo("Ulla");
        assertThat(person(name).active()).isFalse();
        assertThat(person(name).firstName()).isEqualTo("Ulla");

        UserResource active = service.modifyRequest("Users", user.getId())
                .replaceValue("active", true)
                .invoke(UserResource.class);

        assertThat(active.getActive()).isTrue();
        assertThat(person(name).active()).isTrue();
    }

    @Test
    void searchWhenPagedThenEachUserIsSeenOnce() throws ScimException {
        String company = someone().replace("@", "-at-");
        for (int i = 0; i < 7; i++) {
            service.create("Users", user(company + i));
        }
        Set<String> names = new HashSet<>();
        int seen = 0;
        for (int start = 1; start <= 7; start += 3) {
            ListResponse<UserResource> page = service.searchRequest("Users")
                    .filter("userName sw \"" + company + "\"")
                    .page(start, 3)
                    .invoke(UserResource.class);
            assertThat(page.getTotalResults()).isEqualTo(7);
            assertThat(page.getStartIndex()).isEqualTo(start);
            page.getResources().forEach(user -> names.add(user.getUserName()));
            seen += page.getResources().size();
        }

        assertThat(seen).isEqualTo(7);
        assertThat(names).hasSize(7);
    }

    @Test
    void deleteWhenDoneThenTheUserIsGoneForScimAndInactiveInTheDirectory() throws ScimException {
        String name = someone();
        UserResource user = service.create("Users", user(name));

        service.delete(user);

        assertThatThrownBy(() -> service.retrieve("Users", user.getId(), UserResource.class))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(person(name).active()).isFalse();
    }

    @Test
    void groupWhenMembersComeAndGoThenTheClientSeesWhoIsInIt() throws ScimException {
        UserResource ana = service.create("Users", user(someone()));
        UserResource bo = service.create("Users", user(someone()));
        String name = "Team of " + someone();
        GroupResource team = service.create(
                "Groups",
                new GroupResource().setDisplayName(name).setMembers(List.of(new Member().setValue(ana.getId()))));
        assertThat(team.getMembers()).extracting(Member::getType).containsExactly("User");

        service.modifyRequest("Groups", team.getId())
                .addValues("members", List.of(new Member().setValue(bo.getId())))
                .removeValues("members[value eq \"" + ana.getId() + "\"]")
                .invoke(Void.class);

        ListResponse<GroupResource> found = service.searchRequest("Groups")
                .filter(Filter.eq("members.value", bo.getId()).toString())
                .invoke(GroupResource.class);
        assertThat(found.getResources()).singleElement().satisfies(group -> {
            assertThat(group.getId()).isEqualTo(team.getId());
            assertThat(group.getMembers()).extracting(Member::getValue).containsExactly(bo.getId());
            assertThat(group.getMembers().get(0).getRef()).hasToString(scim.base() + "/Users/" + bo.getId());
        });
        assertThat(service.retrieve("Users", bo.getId(), UserResource.class).getGroups())
                .singleElement()
                .extracting(group -> group.getDisplay())
                .isEqualTo(name);
    }

    @Test
    void groupWhenReplacedAndDeletedThenTheClientSeesIt() throws ScimException {
        GroupResource team = service.create("Groups", new GroupResource().setDisplayName("Team of " + someone()));
        String renamed = "Team of " + someone();

        assertThat(service.replace(team.setDisplayName(renamed)).getDisplayName())
                .isEqualTo(renamed);
        service.delete("Groups", team.getId());

        assertThatThrownBy(() -> service.retrieve("Groups", team.getId(), GroupResource.class))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void discoveryWhenReadThenTheClientUnderstandsIt() throws ScimException {
        assertThat(service.getServiceProviderConfig().getPatch().isSupported()).isTrue();
        assertThat(service.getResourceTypes().getResources())
                .extracting(type -> type.getName())
                .contains("User");
        assertThat(service.getSchemas().getResources())
                .extracting(schema -> schema.getId())
                .contains("urn:ietf:params:scim:schemas:core:2.0:User");
    }

    private static UserResource user(String name) {
        UserResource user = new UserResource();
        user.setUserName(name);
        user.setName(new Name().setGivenName("Una").setFamilyName("Bound"));
        user.setDisplayName("Una Bound");
        user.setActive(true);
        user.setEmails(List.of(
                new Email().setValue("una@acceptance.test").setType("work").setPrimary(true)));
        return user;
    }
}
