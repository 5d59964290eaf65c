package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Groups as identity providers push them, kept in the host's database. */
@OnEachHost(generations = {Generation.P8, Generation.P7})
class GroupsTest extends AcceptanceCase {

    @Test
    void pushWhenMembersComeAndGoThenGroupAndPersonShowIt() {
        String id = created(someone());
        String name = "Team " + UUID.randomUUID();
        Reply group = scim.post("/Groups", group(name));
        assertThat(group.status()).as(group.text()).isEqualTo(201);
        String path = "/Groups/" + group.at("/id");

        assertThat(scim.patch(path, add(id)).status()).isEqualTo(204);
        assertThat(scim.get(path).at("/members/0/value")).isEqualTo(id);
        assertThat(scim.get("/Users/" + id).at("/groups/0/display")).isEqualTo(name);
        assertScimError(scim.post("/Groups", group(name.toUpperCase(Locale.ROOT))), 409, "uniqueness");

        assertThat(scim.delete("/Users/" + id).status()).isEqualTo(204);
        assertThat(scim.get(path).at("/members/0/value")).isEmpty();
        assertThat(scim.delete(path).status()).isEqualTo(204);
        assertThat(scim.get(path).status()).isEqualTo(404);
    }

    @Test
    void editsWhenManyComeAtOnceThenNoneIsLost() throws Exception {
        Reply group = scim.post("/Groups", group("Team " + UUID.randomUUID()));
        String path = "/Groups/" + group.at("/id");
        List<String> people = List.of(
                created(someone()), created(someone()), created(someone()), created(someone()), created(someone()));

        List<Reply> replies = RaceTest.atOnce(people.size(), number -> () -> scim.patch(path, add(people.get(number))));

        assertThat(replies).extracting(Reply::status).containsOnly(204);
        Reply after = scim.get(path);
        for (String person : people) {
            assertThat(after.text()).contains(person);
        }
        assertThat(after.at("/meta/version")).isEqualTo("W/\"" + (1 + people.size()) + "\"");
    }

    private static String add(String id) {
        return "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + id + "\"}]}";
    }

    private static String group(String name) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name + "\"}";
    }
}
