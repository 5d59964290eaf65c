package org.scimsuite.core.provision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.Grant.Origin;
import org.scimsuite.core.store.GrantStore;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;

/** What other connections of the same directory have given to the same people. */
final class OtherGrants {

    private final Supplier<List<Connection>> all;
    private final UserRecordStore users;
    private final GrantStore grants;

    OtherGrants(Supplier<List<Connection>> all, UserRecordStore users, GrantStore grants) {
        this.all = all;
        this.users = users;
        this.grants = grants;
    }

    /** The other connections of the directory of a connection. */
    List<Connection> connections(Connection connection) {
        return all.get().stream()
                .filter(other -> other.directoryId() == connection.directoryId()
                        && !other.id().equals(connection.id()))
                .toList();
    }

    /** The grants of several people, in two queries for each other connection. */
    Held of(Connection connection, Collection<DirectoryUser> people) {
        Map<String, Map<String, Origin>> held = new HashMap<>();
        if (!people.isEmpty()) {
            List<String> nameKeys = people.stream().map(DirectoryUser::nameKey).toList();
            connections(connection).forEach(other -> collect(other, nameKeys, held));
        }
        return new Held(held);
    }

    private void collect(Connection other, List<String> nameKeys, Map<String, Map<String, Origin>> held) {
        Map<String, String> nameKeyOf = new HashMap<>();
        for (UserRecord record : users.findByNameKeys(other.id(), nameKeys)) {
            nameKeyOf.put(record.scimId(), record.nameKey());
        }
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

    /** By the name key of the person and that of the local group. */
    record Held(Map<String, Map<String, Origin>> grants) {

        Map<String, Origin> of(DirectoryUser user) {
            return grants.getOrDefault(user.nameKey(), Map.of());
        }
    }
}
