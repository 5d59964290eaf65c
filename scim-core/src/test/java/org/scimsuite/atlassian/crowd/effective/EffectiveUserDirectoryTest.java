package org.scimsuite.atlassian.crowd.effective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.CrowdService;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.User;
import com.atlassian.crowd.exception.OperationNotPermittedException;
import com.atlassian.crowd.exception.runtime.UserNotFoundException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.atlassian.crowd.EmbeddedCrowdDirectory.Administrators;
import org.scimsuite.atlassian.crowd.HostLookup;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.directory.UserDirectoryPort.MembershipResult;

/** Over an embedded API that hands out no more of a user than it promises. */
class EffectiveUserDirectoryTest {

    private static final long LDAP = 1;
    private static final long HOME = 2;
    private static final long PARTNERS = 3;

    private final List<Directory> directories = new ArrayList<>();
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private Optional<Exception> failure = Optional.empty();
    private long created = HOME;

    private final EffectiveUserDirectory port = new EffectiveUserDirectory(lookup(), administrators());

    @BeforeEach
    void aReadOnlyDirectoryFirst() {
        directories.add(directory(LDAP, "LDAP"));
        directories.add(directory(HOME, "Home", OperationType.values()));
        directories.add(directory(PARTNERS, "Partners", OperationType.CREATE_USER, OperationType.UPDATE_USER));
        users.put("boss", new Plain("boss", LDAP, true));
        users.put("ana", new Plain("Ana", HOME, true));
        users.put("bob", new Plain("bob", HOME, false));
        users.put("pat", new Plain("pat", PARTNERS, true));
        members.put("team", new java.util.TreeSet<>(Set.of("ana", "pat")));
    }

    @Test
    void directoriesWhenListedThenOnlyTheOneWhereTheProductCreatesUsersAllowsAnything() {
        List<DirectoryInfo> listed = port.directories();

        assertThat(listed).extracting(DirectoryInfo::id).containsExactly(LDAP, HOME, PARTNERS);
        assertThat(listed.get(0).allowedOperations()).isEmpty();
        assertThat(listed.get(1).allowedOperations()).containsExactlyInAnyOrder(DirectoryOperation.values());
        assertThat(listed.get(2).allowedOperations()).isEmpty();
        assertThat(listed.get(2).remarks()).singleElement().asString().contains("\"Home\"");
    }

    @Test
    void directoriesWhenGroupsWouldBeMadeElsewhereTooThenThatIsNotAllowedAndSaid() {
        directories.add(directory(4, "More", OperationType.CREATE_GROUP));

        DirectoryInfo home = port.directory(HOME).orElseThrow();

        assertThat(home.allows(DirectoryOperation.CREATE_GROUP)).isFalse();
        assertThat(home.allows(DirectoryOperation.DELETE_GROUP)).isTrue();
        assertThat(home.remarks()).anyMatch(remark -> remark.contains("created") && remark.contains("\"More\""));
        assertThatThrownBy(() -> port.createGroup(HOME, "new")).isInstanceOf(DirectoryException.NotPermitted.class);
        assertThat(calls).doesNotContain("addGroup");
    }

    @Test
    void usersWhenReadThenOnlyThoseOfTheDirectory() {
        assertThat(port.userNames(HOME)).containsExactlyInAnyOrder("Ana", "bob");
        assertThat(port.users(HOME, new DirectoryPage(1, 5)))
                .extracting(DirectoryUser::name)
                .containsExactly("bob");
        assertThat(port.findUserByName(HOME, "boss")).isEmpty();
        assertThat(port.findUserByName(HOME, "ana"))
                .map(DirectoryUser::isActive)
                .contains(true);
        assertThat(port.usersInGroup(HOME, "team")).containsExactly("Ana");
        assertThat(port.groupsOfUser(HOME, "ana")).containsExactly("team");
        assertThat(port.groupsOfUser(HOME, "pat")).isEmpty();
    }

    @Test
    void createWhenTheNameIsInAnotherDirectoryThenRefusedAndNothingIsCalled() {
        assertThatThrownBy(() -> port.createUser(HOME, profile("Boss")))
                .isInstanceOf(DirectoryException.UserExists.class)
                .hasMessageContaining("Another directory");
        assertThatThrownBy(() -> port.createUser(PARTNERS, profile("new")))
                .isInstanceOf(DirectoryException.NotPermitted.class)
                .hasMessageContaining("\"Home\"");
        assertThat(calls).doesNotContain("addUser");
    }

    @Test
    void createWhenTheProductPutsTheUserElsewhereThenTakenBackAndRefused() {
        created = PARTNERS;

        assertThatThrownBy(() -> port.createUser(HOME, profile("new")))
                .isInstanceOf(DirectoryException.Unavailable.class);
        assertThat(users).doesNotContainKey("new");
    }

    @Test
    void createWhenTheNameIsFreeThenInTheDirectory() {
        DirectoryUser user = port.createUser(HOME, profile("new"));

        assertThat(user.directoryId()).isEqualTo(HOME);
        assertThat(user.profile().displayName()).isEqualTo("A B");
        assertThat(user.externalId()).isEmpty();
    }

    @Test
    void changesWhenThePersonIsElsewhereThenNotFoundAndNothingIsCalled() {
        assertThatThrownBy(() -> port.updateUser(HOME, profile("boss")))
                .isInstanceOf(DirectoryException.UserNotFound.class);
        assertThatThrownBy(() -> port.renameUser(HOME, "pat", "patricia"))
                .isInstanceOf(DirectoryException.UserNotFound.class);
        assertThatThrownBy(() -> port.removeUser(HOME, "pat")).isInstanceOf(DirectoryException.UserNotFound.class);
        assertThatThrownBy(() -> port.addUserToGroup(HOME, "pat", "team"))
                .isInstanceOf(DirectoryException.UserNotFound.class);
        assertThatThrownBy(() -> port.renameUser(HOME, "ana", "boss"))
                .isInstanceOf(DirectoryException.UserExists.class);
        assertThat(calls).doesNotContain("updateUser", "renameUser", "removeUser", "addUserToGroup");
    }

    @Test
    void membershipsWhenChangedTwiceThenTheSecondTimeUnchanged() {
        assertThat(port.addUserToGroup(HOME, "bob", "team")).isEqualTo(MembershipResult.CHANGED);
        assertThat(port.addUserToGroup(HOME, "bob", "team")).isEqualTo(MembershipResult.UNCHANGED);
        assertThat(port.removeUserFromGroup(HOME, "bob", "team")).isEqualTo(MembershipResult.CHANGED);
        assertThat(port.removeUserFromGroup(HOME, "bob", "team")).isEqualTo(MembershipResult.UNCHANGED);
        assertThatThrownBy(() -> port.addUserToGroup(HOME, "bob", "nowhere"))
                .isInstanceOf(DirectoryException.GroupNotFound.class);
    }

    @Test
    void callsWhenTheProductRefusesThenSaidInOurWords() {
        failure = Optional.of(new OperationNotPermittedException("no", null));
        assertThatThrownBy(() -> port.updateUser(HOME, profile("ana")))
                .isInstanceOf(DirectoryException.NotPermitted.class);

        failure = Optional.of(new UserNotFoundException("ana"));
        assertThatThrownBy(() -> port.updateUser(HOME, profile("ana")))
                .isInstanceOf(DirectoryException.UserNotFound.class);

        failure = Optional.of(new IllegalStateException("com.atlassian.crowd is not well"));
        assertThatThrownBy(() -> port.updateUser(HOME, profile("ana")))
                .isInstanceOf(DirectoryException.Unavailable.class)
                .hasMessageNotContaining("atlassian");
    }

    private static DirectoryUserProfile profile(String name) {
        return new DirectoryUserProfile(name, "A", "B", "A B", "a@acme.test", Activation.ACTIVE);
    }

    private Object crowd(Method method, Object[] arguments) throws Exception {
        calls.add(method.getName());
        if (failure.isPresent() && method.getName().equals("updateUser")) {
            throw failure.get();
        }
        return switch (method.getName()) {
            case "getUser" -> users.get(key(arguments[0]));
            case "getGroup" -> members.containsKey(key(arguments[0])) ? new NewGroup(key(arguments[0])) : null;
            case "search" -> search(arguments[0]);
            case "addUser" -> {
                User given = (User) arguments[0];
                users.put(key(given.getName()), new Plain(given.getName(), created, given.isActive()));
                yield users.get(key(given.getName()));
            }
            case "removeUser" -> users.remove(key(((User) arguments[0]).getName())) != null;
            case "isUserDirectGroupMember" -> membersOf(arguments[1]).contains(key(((User) arguments[0]).getName()));
            case "addUserToGroup" -> membersOf(arguments[1]).add(key(((User) arguments[0]).getName()));
            case "removeUserFromGroup" -> membersOf(arguments[1]).remove(key(((User) arguments[0]).getName()));
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private Collection<?> search(Object query) {
        if (query instanceof com.atlassian.crowd.search.query.membership.MembershipQuery<?> membership) {
            String name = key(membership.getEntityNameToMatch());
            return membership.isFindChildren()
                    ? members.get(name).stream().map(users::get).toList()
                    : members.keySet().stream()
                            .filter(group -> members.get(group).contains(name))
                            .toList();
        }
        return users.values();
    }

    private Set<String> membersOf(Object group) {
        return members.get(key(((Group) group).getName()));
    }

    private static String key(Object name) {
        return DirectoryUser.nameKey(String.valueOf(name));
    }

    private HostLookup lookup() {
        CrowdService crowd = proxy(CrowdService.class, this::crowd);
        CrowdDirectoryService service = () -> directories;
        return new HostLookup() {
            @Override
            public <T> Optional<T> find(Class<T> type) {
                return Optional.of(type.cast(type == CrowdService.class ? crowd : service));
            }
        };
    }

    private static Administrators administrators() {
        return new Administrators() {
            @Override
            public Collection<String> groups() {
                return List.of();
            }

            @Override
            public boolean isAdministrator(String userName) {
                return false;
            }
        };
    }

    private static Directory directory(long id, String name, OperationType... allowed) {
        return proxy(Directory.class, (method, arguments) -> switch (method.getName()) {
            case "getId" -> id;
            case "getName" -> name;
            case "isActive" -> true;
            case "getType" -> DirectoryType.INTERNAL;
            case "getDescription" -> null;
            case "getAllowedOperations" -> Set.of(allowed);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments)));
    }

    /** No given and family name, no stable id. */
    private record Plain(String name, long directoryId, boolean active)
            implements com.atlassian.crowd.embedded.api.UserWithAttributes {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public long getDirectoryId() {
            return directoryId;
        }

        @Override
        public boolean isActive() {
            return active;
        }

        @Override
        public String getEmailAddress() {
            return null;
        }

        @Override
        public String getDisplayName() {
            return "A B";
        }

        @Override
        public int compareTo(User other) {
            return name.compareTo(other.getName());
        }

        @Override
        public Set<String> getValues(String key) {
            return Set.of();
        }

        @Override
        public String getValue(String key) {
            return null;
        }

        @Override
        public Set<String> getKeys() {
            return Set.of();
        }

        @Override
        public boolean isEmpty() {
            return true;
        }
    }
}
