package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;

/** Tests whose groups give local groups: each has a connection of its own, and names that nobody else uses. */
abstract class MappedGroups extends AcceptanceCase {

    String connection;
    MappingClient mapping;
    LocalGroups local;

    /** Makes the names of groups unique. */
    String mark;

    @BeforeEach
    void connectAnew() {
        mark = UUID.randomUUID().toString().substring(0, 8);
        connection = newConnection("");
        scim = admin.scim(connection);
        mapping = admin.mapping(connection);
        local = admin.localGroups(1);
    }

    String newConnection(String more) {
        return admin.createConnection("Groups " + mark + more, 1, "DEACTIVATE")
                .path("id")
                .asText();
    }

    String name(String group) {
        return group + ' ' + mark;
    }

    /** Saves a mapping and waits until everybody is aligned with it. */
    void map(Bundle bundle) {
        mapping.save(mapping.version(), bundle.json().toString());
        awaitAligned();
    }

    void awaitAligned() {
        Polling.until(
                mapping::tasks, tasks -> tasks.json().isArray() && tasks.json().isEmpty());
    }

    /** Pushes a group and returns its path. */
    String push(String name, String... memberIds) {
        Reply reply = scim.post("/Groups", group(name, memberIds));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return "/Groups/" + reply.at("/id");
    }

    void patch(String group, String... operations) {
        Reply reply = scim.patch(group, String.join(",", operations));
        assertThat(reply.status()).as(reply.text()).isEqualTo(204);
    }

    List<String> in(String localGroup) {
        return local.members(localGroup);
    }

    static String group(String name, String... memberIds) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"%s\",\"members\":%s}"
                .formatted(name, values(Arrays.asList(memberIds)));
    }

    static String add(String... ids) {
        return "{\"op\":\"add\",\"path\":\"members\",\"value\":" + values(Arrays.asList(ids)) + "}";
    }

    static String removeByFilter(String id) {
        return "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}";
    }

    static String values(Collection<String> ids) {
        return ids.stream().map(id -> "{\"value\":\"" + id + "\"}").collect(Collectors.joining(",", "[", "]"));
    }
}
