package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.resources.MetaConfiguration;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.EndpointPaths;
import de.captaingoldfish.scim.sdk.common.constants.SchemaUris;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.EnterpriseUser;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.base.ScimObjectNode;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.response.ListResponse;
import de.captaingoldfish.scim.sdk.common.schemas.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A SCIM client that nobody here wrote: SCIM-SDK's. It takes an answer for one only when the content type and the schemas are
 * what the RFC says ({@link ServerResponse#isValidScimResponse}).
 */
@OnEachHost
class ScimSdkClientTest extends AcceptanceCase {

    private ScimRequestBuilder client;

    @BeforeEach
    void openClient() {
        client = new ScimRequestBuilder(
                scim.base().toString(),
                ScimClientConfig.builder()
                        .httpHeaders(Map.of("Authorization", "Bearer " + host.token()))
                        .build());
    }

    @AfterEach
    void closeClient() {
        if (client != null) {
            client.close();
        }
    }

    @Test
    void createWhenNewThenTheUserIsReturnedAndInTheDirectory() {
        String name = someone();

        User created = create(user(name));

        assertThat(created.getUserName()).contains(name);
        assertThat(created.getMeta().orElseThrow().getLocation())
                .contains(scim.base() + "/Users/" + created.getId().orElseThrow());
        assertThat(created.getEnterpriseUser().flatMap(EnterpriseUser::getDepartment))
                .contains("Fish");
        assertThat(person(name).displayName()).isEqualTo("Goldie Fish");
        assertThat(person(name).active()).isTrue();
    }

    @Test
    void createWhenTheNameIsTakenThenConflictIsUnderstood() {
        String name = someone();
        create(user(name));

        ServerResponse<User> refused = client.create(User.class, EndpointPaths.USERS)
                .setResource(user(name))
                .sendRequest();

        assertThat(refused.isSuccess()).isFalse();
        assertThat(refused.getHttpStatus()).isEqualTo(409);
        assertThat(refused.getErrorResponse().getScimType()).contains("uniqueness");
        assertThat(refused.getErrorResponse().getDetail().orElseThrow()).contains(name);
    }

    @Test
    void getWhenUnchangedThenNotModified() {
        User created = create(user(someone()));

        ServerResponse<User> read =
                client.get(User.class, EndpointPaths.USERS, id(created)).sendRequest();
        ServerResponse<User> again = client.get(User.class, EndpointPaths.USERS, id(created))
                .setETagForIfNoneMatch(
                        read.getResource().getMeta().orElseThrow().getVersion().orElseThrow())
                .sendRequest();

        assertThat(valid(read).getUserName()).isEqualTo(created.getUserName());
        assertThat(again.getHttpStatus()).isEqualTo(304);
    }

    @Test
    void listWhenFilteredThenTheUserIsFound() {
        String name = someone();
        User created = create(user(name));

        ServerResponse<ListResponse<User>> answer = client.list(User.class, EndpointPaths.USERS)
                .filter("userName", Comparator.EQ, name.toUpperCase(Locale.ROOT))
                .build()
                .get()
                .sendRequest();

        ListResponse<User> found = valid(answer);
        assertThat(found.getTotalResults()).isEqualTo(1);
        assertThat(found.getListedResources())
                .singleElement()
                .extracting(User::getId)
                .isEqualTo(created.getId());
    }

    /** With its {@code getAll}, the client takes {@code count} for the number of all users wanted. */
    @Test
    void listWhenPagedThenEachUserIsSeenOnce() {
        String company = someone().replace("@", "-at-");
        for (int i = 0; i < 7; i++) {
            create(user(company + i));
        }

        List<String> seen = new ArrayList<>();
        for (int start = 1; start <= 7; start += 3) {
            ServerResponse<ListResponse<User>> page = client.list(User.class, EndpointPaths.USERS)
                    .startIndex(start)
                    .count(3)
                    .filter("userName", Comparator.SW, company)
                    .build()
                    .get()
                    .sendRequest();
            assertThat(valid(page).getTotalResults()).isEqualTo(7);
            assertThat(valid(page).getStartIndex()).isEqualTo(start);
            valid(page)
                    .getListedResources()
                    .forEach(user -> seen.add(user.getUserName().orElseThrow()));
        }

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void updateWhenTheNameChangesThenTheSamePersonIsRenamed() {
        String name = someone();
        User user = create(user(name));
        String renamed = someone();
        String externalId = person(name).externalId();
        user.setUserName(renamed);
        user.setDisplayName("Goldie Free");

        ServerResponse<User> answer = client.update(User.class, EndpointPaths.USERS, id(user))
                .setETagForIfMatch(user.getMeta().orElseThrow().getVersion().orElseThrow())
                .setResource(user)
                .sendRequest();

        assertThat(valid(answer).getId()).isEqualTo(user.getId());
        assertThat(admin.person(name)).isEmpty();
        assertThat(person(renamed).displayName()).isEqualTo("Goldie Free");
        assertThat(person(renamed).externalId()).isEqualTo(externalId);
    }

    @Test
    void updateWhenTheVersionIsOldThenPreconditionFailed() {
        String name = someone();
        User user = create(user(name));
        patchActive(user, false);
        user.setDisplayName("Too late");

        ServerResponse<User> refused = client.update(User.class, EndpointPaths.USERS, id(user))
                .setETagForIfMatch(user.getMeta().orElseThrow().getVersion().orElseThrow())
                .setResource(user)
                .sendRequest();

        assertThat(refused.getHttpStatus()).isEqualTo(412);
        assertThat(person(name).displayName()).isEqualTo("Goldie Fish");
    }

    @Test
    void patchWhenDeactivatedThenThePersonIsInactiveUntilActivated() {
        String name = someone();
        User user = create(user(name));

        assertThat(patchActive(user, false).isActive()).contains(false);
        assertThat(person(name).active()).isFalse();

        assertThat(patchActive(user, true).isActive()).contains(true);
        assertThat(person(name).active()).isTrue();
    }

    @Test
    void patchWhenOneMailIsMeantThenOnlyItChanges() {
        String name = someone();
        User user = create(user(name));

        ServerResponse<User> answer = client.patch(User.class, EndpointPaths.USERS, id(user))
                .addOperation()
                .op(PatchOp.REPLACE)
                .path("emails[type eq \"work\"].value")
                .value("free@acceptance.test")
                .next()
                .op(PatchOp.ADD)
                .path("emails")
                .valueNode(Email.builder()
                        .value("home@acceptance.test")
                        .type("home")
                        .build())
                .next()
                .op(PatchOp.REMOVE)
                .path(SchemaUris.ENTERPRISE_USER_URI + ":department")
                .build()
                .sendRequest();

        User patched = valid(answer);
        assertThat(patched.getEmails())
                .extracting(mail -> mail.getValue().orElseThrow())
                .containsExactlyInAnyOrder("free@acceptance.test", "home@acceptance.test");
        assertThat(patched.getEnterpriseUser().flatMap(EnterpriseUser::getDepartment))
                .isEmpty();
        assertThat(person(name).email()).isEqualTo("free@acceptance.test");
    }

    @Test
    void deleteWhenDoneThenTheUserIsGoneForScimAndInactiveInTheDirectory() {
        String name = someone();
        User user = create(user(name));

        ServerResponse<User> deleted =
                client.delete(User.class, EndpointPaths.USERS, id(user)).sendRequest();

        assertThat(deleted.getHttpStatus()).isEqualTo(204);
        ServerResponse<User> read =
                client.get(User.class, EndpointPaths.USERS, id(user)).sendRequest();
        assertThat(read.getHttpStatus()).isEqualTo(404);
        assertThat(read.getErrorResponse().getDetail()).isPresent();
        assertThat(person(name).active()).isFalse();
    }

    @Test
    void groupWhenMembersComeAndGoThenTheClientSeesWhoIsInIt() {
        String ana = id(create(user(someone())));
        String bo = id(create(user(someone())));
        String name = "Team of " + someone();
        Group team = valid(client.create(Group.class, EndpointPaths.GROUPS)
                .setResource(Group.builder()
                        .displayName(name)
                        .members(List.of(Member.builder().value(ana).build()))
                        .build())
                .sendRequest());
        String id = team.getId().orElseThrow();
        assertThat(memberIds(team)).containsExactly(ana);

        ServerResponse<Group> patched = client.patch(Group.class, EndpointPaths.GROUPS, id)
                .addOperation()
                .op(PatchOp.ADD)
                .path("members")
                .valueNode(Member.builder().value(bo).type("User").build())
                .next()
                .op(PatchOp.REMOVE)
                .path("members[value eq \"" + ana + "\"]")
                .build()
                .sendRequest();
        ServerResponse<ListResponse<Group>> found = client.list(Group.class, EndpointPaths.GROUPS)
                .filter("displayName", Comparator.EQ, name.toUpperCase(Locale.ROOT))
                .build()
                .get()
                .sendRequest();

        // the client wants a content type even where there is no content, so it does not take this for a success
        assertThat(patched.getHttpStatus()).isEqualTo(204);
        assertThat(valid(found).getListedResources()).singleElement().satisfies(group -> {
            assertThat(group.getId()).contains(id);
            assertThat(memberIds(group)).containsExactly(bo);
        });
        assertThat(valid(client.get(User.class, EndpointPaths.USERS, bo).sendRequest())
                        .getGroups())
                .singleElement()
                .satisfies(group -> assertThat(group.getDisplay()).contains(name));
    }

    @Test
    void groupWhenDeletedThenItIsGoneAndItsNameIsFree() {
        Group group = Group.builder().displayName("Team of " + someone()).build();
        String id = valid(client.create(Group.class, EndpointPaths.GROUPS)
                        .setResource(group)
                        .sendRequest())
                .getId()
                .orElseThrow();
        ServerResponse<Group> taken = client.create(Group.class, EndpointPaths.GROUPS)
                .setResource(group)
                .sendRequest();

        ServerResponse<Group> deleted =
                client.delete(Group.class, EndpointPaths.GROUPS, id).sendRequest();

        assertThat(taken.getErrorResponse().getScimType()).contains("uniqueness");
        assertThat(deleted.getHttpStatus()).isEqualTo(204);
        assertThat(client.get(Group.class, EndpointPaths.GROUPS, id)
                        .sendRequest()
                        .getHttpStatus())
                .isEqualTo(404);
        valid(client.create(Group.class, EndpointPaths.GROUPS)
                .setResource(group)
                .sendRequest());
    }

    @Test
    void discoveryWhenLoadedThenTheClientBuildsItsSchemasFromIt() {
        ServerResponse<MetaConfiguration> answer =
                client.loadMetaConfiguration().sendRequest();

        assertThat(answer.isSuccess()).isTrue();
        MetaConfiguration meta = answer.getResource();
        assertThat(meta.getServiceProvider().getPatchConfig().isSupported()).isTrue();
        assertThat(meta.getServiceProvider().getFilterConfig().isSupported()).isTrue();
        assertThat(meta.getServiceProvider().getETagConfig().isSupported()).isTrue();
        assertThat(meta.getResourceTypes())
                .anySatisfy(type -> assertThat(type.getSchema()).isEqualTo(SchemaUris.USER_URI));
        assertThat(meta.getSchemas())
                .extracting(schema -> schema.getId().orElseThrow())
                .contains(SchemaUris.USER_URI, SchemaUris.ENTERPRISE_USER_URI);
        Schema user = meta.getSchemas().stream()
                .filter(schema -> schema.getId().orElseThrow().equals(SchemaUris.USER_URI))
                .findFirst()
                .orElseThrow();
        assertThat(user.getSchemaAttribute("emails.value")).isNotNull();
        assertThat(user.getSchemaAttribute("userName").isRequired()).isTrue();
    }

    private static List<String> memberIds(Group group) {
        return group.getMembers().stream()
                .map(member -> member.getValue().orElseThrow())
                .toList();
    }

    private User create(User user) {
        ServerResponse<User> answer =
                client.create(User.class, EndpointPaths.USERS).setResource(user).sendRequest();
        return valid(answer);
    }

    private User patchActive(User user, boolean active) {
        ServerResponse<User> answer = client.patch(User.class, EndpointPaths.USERS, id(user))
                .addOperation()
                .op(PatchOp.REPLACE)
                .path("active")
                .valueNode(BooleanNode.valueOf(active))
                .build()
                .sendRequest();
        return valid(answer);
    }

    private static <T extends ScimObjectNode> T valid(ServerResponse<T> answer) {
        assertThat(answer.isSuccess()).as(answer.getResponseBody()).isTrue();
        assertThat(answer.isValidScimResponse()).as(answer.getResponseBody()).isTrue();
        return answer.getResource();
    }

    private static String id(User user) {
        return user.getId().orElseThrow();
    }

    private static User user(String name) {
        return User.builder()
                .userName(name)
                .name(Name.builder().givenName("Goldie").familyName("Fish").build())
                .displayName("Goldie Fish")
                .active(true)
                .emails(List.of(Email.builder()
                        .value("goldie@acceptance.test")
                        .type("work")
                        .primary(true)
                        .build()))
                .enterpriseUser(EnterpriseUser.builder().department("Fish").build())
                .build();
    }
}
