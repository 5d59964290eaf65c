package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.DirectoryUserProfile;

/** One change of a directory. */
public sealed interface Change {

    /** What the directory must allow for it. */
    DirectoryOperation operation();

    /** For the journal: what is done, to whom. */
    String sentence();

    /** A new user. */
    record CreateUser(DirectoryUserProfile profile) implements Change {
        @Override
        public DirectoryOperation operation() {
            return DirectoryOperation.CREATE_USER;
        }

        @Override
        public String sentence() {
            return "Create the user " + quoted(profile.name()) + ".";
        }
    }

    /** Another name for the same person. */
    record RenameUser(String oldName, String newName) implements Change {
        @Override
        public DirectoryOperation operation() {
            return DirectoryOperation.UPDATE_USER;
        }

        @Override
        public String sentence() {
            return "Rename the user " + quoted(oldName) + " to " + quoted(newName) + ".";
        }
    }

    /** Other names or another address; never another user name or activation. */
    record UpdateUser(DirectoryUserProfile before, DirectoryUserProfile after) implements Change {
        @Override
        public DirectoryOperation operation() {
            return DirectoryOperation.UPDATE_USER;
        }

        @Override
        public String sentence() {
            StringBuilder text = new StringBuilder("Update the user " + quoted(after.name()) + ":");
            describe(text, "first name", before.firstName(), after.firstName());
            describe(text, "last name", before.lastName(), after.lastName());
            describe(text, "display name", before.displayName(), after.displayName());
            describe(text, "e-mail", before.email(), after.email());
            return text.append('.').toString();
        }

        private static void describe(StringBuilder text, String field, String before, String after) {
            if (!before.equals(after)) {
                text.append(text.charAt(text.length() - 1) == ':' ? " " : ", ")
                        .append(field)
                        .append(" from ")
                        .append(quoted(before))
                        .append(" to ")
                        .append(quoted(after));
            }
        }
    }

    /** The person may no longer log in. */
    record DeactivateUser(DirectoryUserProfile user) implements Change {
        @Override
        public DirectoryOperation operation() {
            return DirectoryOperation.UPDATE_USER;
        }

        @Override
        public String sentence() {
            return "Deactivate the user " + quoted(user.name()) + ".";
        }
    }

    /** The person may log in again. */
    record ReactivateUser(DirectoryUserProfile user) implements Change {
        @Override
        public DirectoryOperation operation() {
            return DirectoryOperation.UPDATE_USER;
        }

        @Override
        public String sentence() {
            return "Reactivate the user " + quoted(user.name()) + ".";
        }
    }

    /**
     * Other values of attributes that the directory keeps beside its fields.
     *
     * @param before the values now, of the same attributes; none where there is no such attribute
     * @param after the values wanted; none where the attribute goes
     */
    record StoreAttributes(String name, Map<String, Set<String>> before, Map<String, Set<String>> after)
            implements Change {

        public StoreAttributes {
            before = Map.copyOf(before);
            after = Map.copyOf(after);
        }

        @Override
        public DirectoryOperation operation() {
            return DirectoryOperation.UPDATE_USER_ATTRIBUTE;
        }

        @Override
        public String sentence() {
            List<String> parts = new ArrayList<>();
            after.keySet().stream()
                    .sorted()
                    .forEach(attribute ->
                            parts.add(attribute + " from " + values(before.getOrDefault(attribute, Set.of())) + " to "
                                    + values(after.get(attribute))));
            return "Store attributes of the user " + quoted(name) + ": " + String.join(", ", parts) + ".";
        }

        private static String values(Set<String> values) {
            return values.isEmpty()
                    ? "nothing"
                    : values.stream().sorted().map(Change::quoted).collect(Collectors.joining(" and "));
        }
    }

    /** The user goes for good. */
    record RemoveUser(String name) implements Change {
        @Override
        public DirectoryOperation operation() {
            return DirectoryOperation.DELETE_USER;
        }

        @Override
        public String sentence() {
            return "Remove the user " + quoted(name) + ".";
        }
    }

    /** A new local group, without members. */
    record CreateGroup(String name) implements Change {
        @Override
        public DirectoryOperation operation() {
            return DirectoryOperation.CREATE_GROUP;
        }

        @Override
        public String sentence() {
            return "Create the local group " + quoted(name) + ".";
        }
    }

    /** A user becomes a member of a local group. */
    record AddToGroup(String userName, String group) implements Change {
        @Override
        public DirectoryOperation operation() {
            return DirectoryOperation.UPDATE_GROUP;
        }

        @Override
        public String sentence() {
            return "Add " + quoted(userName) + " to the local group " + quoted(group) + ".";
        }
    }

    /** A user is no longer a member of a local group. */
    record RemoveFromGroup(String userName, String group) implements Change {
        @Override
        public DirectoryOperation operation() {
            return DirectoryOperation.UPDATE_GROUP;
        }

        @Override
        public String sentence() {
            return "Remove " + quoted(userName) + " from the local group " + quoted(group) + ".";
        }
    }

    /** A local group goes for good. */
    record RemoveGroup(String name) implements Change {
        @Override
        public DirectoryOperation operation() {
            return DirectoryOperation.DELETE_GROUP;
        }

        @Override
        public String sentence() {
            return "Remove the local group " + quoted(name) + ", which was made by provisioning and is empty.";
        }
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
