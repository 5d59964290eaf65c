package org.scimsuite.atlassian.activeobjects;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.store.AlignmentTask.Scope;

/**
 * The scope of an alignment task as it is kept.
 *
 * @param ids one a line; ids are ours, and names have no line breaks; of everybody the version of the mapping before, if any; of a leaver
 *     the SCIM id, the name, and the directory's id, if any
 */
record TaskScope(Kind kind, String ids) {

    /** Written into rows: a name stays for ever. */
    enum Kind {
        USERS,
        MEMBERS_OF,
        HOLDERS_OF,
        EVERYBODY,
        LEAVER
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
        if (scope instanceof Scope.Leaver leaver) {
            String known = leaver.userId() + "\n" + leaver.name();
            return new TaskScope(
                    Kind.LEAVER,
                    leaver.externalId().map(id -> known + "\n" + id).orElse(known));
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
            case LEAVER -> leaver(ids.split("\n", 3));
            case EVERYBODY -> new Scope.Everybody(ids.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(ids)));
        };
    }

    private static Scope leaver(String[] lines) {
        return new Scope.Leaver(lines[0], lines[1], lines.length > 2 ? Optional.of(lines[2]) : Optional.empty());
    }
}
