package org.scimsuite.core.provision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.Grant.Origin;
import org.scimsuite.core.store.GrantStore;
import org.scimsuite.core.store.UserRecordStore;

/** What other connections of the same directory have given to the same people. */
final class OtherGrants {

    private final LongFunction<List<Connection>> connections;
    private final UserRecordStore users;
    private final GrantStore grants;

    /**
     * @param connections those of a directory
     */
    OtherGrants(LongFunction<List<Connection>> connections, UserRecordStore users, GrantStore grants) {
        this.connections = connections;
        this.users = users;
        this.grants = grants;
    }

    /** The other connections of the directory of a connection. */
    List<Connection> connections(Connection connection) {
        return connections.apply(connection.directoryId()).stream()
                .filter(other -> !other.id().equals(connection.id()))
                .toList();
    }

    /** The grants of several people, in three queries for each other connection. */
    Held of(Connection connection, Collection<DirectoryUser> people) {
        Map<String, Map<String, Origin>> held = new HashMap<>();
        if (!people.isEmpty()) {
            connections(connection).forEach(other -> collect(other, people, held));
        }
        return new Held(held);
    }

    private void collect(Connection other, Collection<DirectoryUser> people, Map<String, Map<String, Origin>> held) {
        Map<String, String> nameKeyOf = nameKeysOfRecords(other, people);
        if (!nameKeyOf.isEmpty()) {
            for (Grant grant : grants.findByUsers(other.id(), nameKeyOf.keySet())) {
                held.computeIfAbsent(nameKeyOf.get(grant.userId()), key -> new HashMap<>())
                        .merge(
                                DirectoryGroup.nameKey(grant.localGroup()),
                                grant.origin(),
                                (one, two) -> one == Origin.GIVEN ? one : two);
            }
        }
    }

    /** The name keys of people by the ids that the other connection has for them; it may still know them by a former name. */
    private Map<String, String> nameKeysOfRecords(Connection other, Collection<DirectoryUser> people) {
        Map<String, DirectoryUser> byName = new HashMap<>();
        Map<String, DirectoryUser> byExternalId = new HashMap<>();
        for (DirectoryUser user : people) {
            byName.put(user.nameKey(), user);
            user.externalId().ifPresent(id -> byExternalId.put(id, user));
        }
        Map<String, String> nameKeyOf = new HashMap<>();
        users.findByNameKeys(other.id(), byName.keySet()).stream()
                .filter(record -> UserResolver.isSamePerson(record, byName.get(record.nameKey())))
                .forEach(record -> nameKeyOf.put(record.scimId(), record.nameKey()));
        users.findByDirectoryExternalIds(other.id(), byExternalId.keySet())
                .forEach(record -> nameKeyOf.put(
                        record.scimId(),
                        byExternalId
                                .get(record.directoryExternalId().orElseThrow())
                                .nameKey()));
        return nameKeyOf;
    }

    /** By the name key of the person and that of the local group. */
    record Held(Map<String, Map<String, Origin>> grants) {

        Map<String, Origin> of(DirectoryUser user) {
            return grants.getOrDefault(user.nameKey(), Map.of());
        }
    }
}
