package org.scimsuite.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.directory.UserDirectoryPort;

class ConfluenceUserDirectoryTest {

    private static final long FIRST = 1;
    private static final long SECOND = 2;

    private final Map<String, DirectoryUser> users = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Accounts willing = new Accounts() {
        @Override
        public void rename(String oldName, String newName) {
            calls.add("confluence renames " + oldName);
            move(FIRST, oldName, newName);
        }

        @Override
        public void setActive(String name, Activation activation) {
            calls.add("confluence makes " + name + " " + activation);
        }
    };

    @Test
    void renameWhenConfluenceDoesItThenTheDirectoryIsNotAskedTo() {
        put(FIRST, "ann");

        DirectoryUser renamed = directory(willing).renameUser(FIRST, "ann", "anna");

        assertThat(renamed.name()).isEqualTo("anna");
        assertThat(calls).containsExactly("confluence renames ann");
    }

    @Test
    void renameWhenConfluenceDoesNotThenTheDirectoryDoesIt() {
        put(FIRST, "ann");

        assertThat(directory(Accounts.DIRECTORY_ONLY)
                        .renameUser(FIRST, "ann", "anna")
                        .name())
                .isEqualTo("anna");
        assertThat(calls).containsExactly("directory 1 renames ann");
    }

    @Test
    void changesWhenAnEarlierDirectoryHasTheNameThenConfluenceIsLeftAlone() {
        put(FIRST, "ann");
        put(SECOND, "ann");

        directory(willing).updateUser(SECOND, profile("ann", Activation.INACTIVE));
        directory(willing).renameUser(SECOND, "ann", "anna");

        assertThat(calls).containsExactly("directory 2 updates ann", "directory 2 renames ann");
    }

    @Test
    void renameWhenTheNameIsTakenThenTheDirectorySaysSo() {
        put(FIRST, "ann");
        put(FIRST, "anna");

        assertThatThrownBy(() -> directory(willing).renameUser(FIRST, "ann", "anna"))
                .isInstanceOf(DirectoryException.UserExists.class);
        assertThat(calls).isEmpty();
    }

    @Test
    void updateWhenThePersonIsDeactivatedThenConfluenceFirstAndTheDirectoryToo() {
        put(FIRST, "ann");

        directory(willing).updateUser(FIRST, profile("ann", Activation.ACTIVE));
        directory(willing).updateUser(FIRST, profile("ann", Activation.INACTIVE));

        assertThat(calls)
                .containsExactly("directory 1 updates ann", "confluence makes ann INACTIVE", "directory 1 updates ann");
    }

    @Test
    void writesWhenConfluenceIsInReadOnlyModeThenNoneAndReadsGoOn() {
        put(FIRST, "ann");
        UserDirectoryPort readOnly = new ConfluenceUserDirectory(port(), () -> true, willing);

        for (Runnable write : List.<Runnable>of(
                () -> readOnly.createUser(FIRST, profile("new", Activation.ACTIVE)),
                () -> readOnly.updateUser(FIRST, profile("ann", Activation.INACTIVE)),
                () -> readOnly.renameUser(FIRST, "ann", "anna"),
                () -> readOnly.removeUser(FIRST, "ann"),
                () -> readOnly.storeUserAttributes(FIRST, "ann", Map.of("a", Set.of("b"))),
                () -> readOnly.createGroup(FIRST, "group"),
                () -> readOnly.removeGroup(FIRST, "group"),
                () -> readOnly.addUserToGroup(FIRST, "ann", "group"),
                () -> readOnly.addUsersToGroup(FIRST, List.of("ann"), "group"),
                () -> readOnly.removeUserFromGroup(FIRST, "ann", "group"))) {
            assertThatThrownBy(write::run)
                    .isInstanceOf(DirectoryException.Unavailable.class)
                    .hasMessageContaining("read-only mode");
        }
        assertThat(calls).isEmpty();
        assertThat(readOnly.findUserByName(FIRST, "ann")).isPresent();
    }

    private UserDirectoryPort directory(Accounts accounts) {
        return new ConfluenceUserDirectory(port(), () -> false, accounts);
    }

    private static DirectoryUserProfile profile(String name, Activation activation) {
        return new DirectoryUserProfile(name, "Ann", "A", "Ann A", "ann@acme.test", activation);
    }

    private void put(long directory, String name) {
        users.put(
                directory + name,
                new DirectoryUser(directory, Optional.of("x" + directory), profile(name, Activation.ACTIVE)));
    }

    private DirectoryUser move(long directory, String oldName, String newName) {
        users.remove(directory + oldName);
        put(directory, newName);
        return users.get(directory + newName);
    }

    /** Two directories of which little more than looking somebody up works. */
    private UserDirectoryPort port() {
        return (UserDirectoryPort) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {UserDirectoryPort.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "directories" ->
                        List.of(
                                new DirectoryInfo(FIRST, "First", "INTERNAL", Set.of()),
                                new DirectoryInfo(SECOND, "Second", "INTERNAL", Set.of()));
                    case "findUserByName" -> Optional.ofNullable(users.get("" + arguments[0] + arguments[1]));
                    case "updateUser" -> {
                        DirectoryUserProfile profile = (DirectoryUserProfile) arguments[1];
                        calls.add("directory " + arguments[0] + " updates " + profile.name());
                        yield new DirectoryUser((long) arguments[0], Optional.of("x"), profile);
                    }
                    case "renameUser" -> {
                        if (users.containsKey("" + arguments[0] + arguments[2])) {
                            throw new DirectoryException.UserExists("taken", null);
                        }
                        calls.add("directory " + arguments[0] + " renames " + arguments[1]);
                        yield move((long) arguments[0], (String) arguments[1], (String) arguments[2]);
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
