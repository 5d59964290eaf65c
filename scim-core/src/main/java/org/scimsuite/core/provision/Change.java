package org.scimsuite.core.provision;

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
