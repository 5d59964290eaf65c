package org.scimsuite.atlassian.activeobjects;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.store.AlignmentTask.Scope;

/**
 * The scope of an alignment task as it is kept.
 *
 * @param ids one a line; ids are ours, and a name key has no line breaks; of everybody the version of the mapping before, if any
 */
record TaskScope(Kind kind, String ids) {

    /** Written into rows: a name stays for ever. */
    enum Kind {
        USERS,
        MEMBERS_OF,
        HOLDERS_OF,
        EVERYBODY
    }

    static TaskScope of(Scope scope) {
        if (scope instanceof Scope.Users users) {
            return new TaskScope(Kind.USERS, String.join("\n", users.ids()));
        }
        if (scope instanceof Scope.MembersOf group) {
            return new TaskScope(Kind.MEMBERS_OF, group.groupId());
        }
        if (scope instanceof Scope.HoldersOf group) {
            return new TaskScope(Kind.HOLDERS_OF, group.groupNameKey());
        }
        Scope.Everybody everybody = (Scope.Everybody) scope;
        return new TaskScope(
                Kind.EVERYBODY, everybody.mappingBefore().map(String::valueOf).orElse(""));
    }

    Scope scope() {
        return switch (kind) {
            case USERS -> new Scope.Users(ids.isEmpty() ? List.of() : List.of(ids.split("\n")));
            case MEMBERS_OF -> new Scope.MembersOf(ids);
            case HOLDERS_OF -> new Scope.HoldersOf(ids);
            case EVERYBODY -> new Scope.Everybody(ids.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(ids)));
        };
    }
}
