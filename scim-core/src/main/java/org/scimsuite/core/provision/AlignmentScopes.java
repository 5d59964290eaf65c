package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.GrantStore;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;

/** Whom a task is about, a batch at a time, from where it has come to. */
final class AlignmentScopes {

    /** So many people are read at once. */
    static final int BATCH = 500;

    private final UserRecordStore users;
    private final UserGroups groups;
    private final GrantStore grants;

    AlignmentScopes(UserRecordStore users, UserGroups groups, GrantStore grants) {
        this.users = users;
        this.groups = groups;
        this.grants = grants;
    }

    /**
     * Some people.
     *
     * @param cursor where the task has come to when they are aligned
     */
    record Batch(List<String> ids, String cursor) {}

    /** The batches that are left; what joins the scope while they are read has a task of its own. */
    Iterator<Batch> batches(AlignmentTask task) {
        if (task.scope() instanceof Scope.Users some) {
            return new Pages(task.cursor(), after -> sorted(new TreeSet<>(some.ids()), after));
        }
        if (task.scope() instanceof Scope.MembersOf members) {
            TreeSet<String> ids = new TreeSet<>(groups.usersIn(task.connectionId(), members.groupId()));
            return new Pages(task.cursor(), after -> sorted(ids, after));
        }
        if (task.scope() instanceof Scope.HoldersOf holders) {
            return new Pages(task.cursor(), after -> holders(task.connectionId(), holders.groupNameKey(), after));
        }
        return new Pages(task.cursor(), after -> everybody(task.connectionId(), after));
    }

    private static List<Keyed> sorted(NavigableSet<String> ids, Optional<String> after) {
        return after.map(cursor -> ids.tailSet(cursor, false)).orElse(ids).stream()
                .limit(BATCH)
                .map(id -> new Keyed(id, id))
                .toList();
    }

    private List<Keyed> holders(String connectionId, String groupNameKey, Optional<String> after) {
        return grants.findByLocalGroup(connectionId, groupNameKey, after, BATCH).stream()
                .map(Grant::userId)
                .map(id -> new Keyed(id, id))
                .toList();
    }

    private List<Keyed> everybody(String connectionId, Optional<String> after) {
        List<UserRecord> page = users.page(connectionId, after, BATCH);
        List<Keyed> people = new ArrayList<>();
        page.forEach(record -> people.add(new Keyed(record.nameKey(), record.scimId())));
        return people;
    }

    private record Keyed(String cursor, String id) {}

    /** One page ahead, so that the last one is known to be the last. */
    private static final class Pages implements Iterator<Batch> {

        private final Function<Optional<String>, List<Keyed>> read;
        private List<Keyed> next;

        Pages(Optional<String> cursor, Function<Optional<String>, List<Keyed>> read) {
            this.read = read;
            this.next = read.apply(cursor);
        }

        @Override
        public boolean hasNext() {
            return !next.isEmpty();
        }

        @Override
        public Batch next() {
            if (next.isEmpty()) {
                throw new NoSuchElementException();
            }
            List<Keyed> now = next;
            String cursor = now.get(now.size() - 1).cursor();
            next = now.size() < BATCH ? List.of() : read.apply(Optional.of(cursor));
            return new Batch(now.stream().map(Keyed::id).toList(), cursor);
        }
    }
}
