package org.scimsuite.atlassian.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NestedGroupsTest {

    private static final long NESTED = 1;
    private static final long FLAT = 2;
    private static final long SWITCHED_OFF = 3;

    private static final List<Directory> DIRECTORIES = List.of(
            FakeDirectoryManager.directory(NESTED, "Nested", true),
            FakeDirectoryManager.directory(FLAT, "Flat", true),
            FakeDirectoryManager.directory(SWITCHED_OFF, "Off", false));

    /** What is directly within what, in the directory that has nested groups. */
    private static final Map<String, List<String>> WITHIN =
            Map.of("Users", List.of("Devs"), "Devs", List.of("Juniors"), "Juniors", List.of("Users"));

    @Test
    void descendantsWhenGroupsAreNestedThenAllOfThemEvenInACircle() {
        assertThat(nested(Optional.of(manager(NESTED))).withDescendants(List.of("Users", "Admins")))
                .containsExactlyInAnyOrder("users", "admins", "devs", "juniors");
    }

    @Test
    void descendantsWhenTheDirectoriesAreFlatOrSwitchedOffThenNone() {
        assertThat(nested(Optional.of(manager(SWITCHED_OFF))).withDescendants(List.of("Users")))
                .containsExactly("users");
    }

    @Test
    void descendantsWhenDirectoriesCannotBeAskedThenNone() {
        assertThat(nested(Optional.empty()).withDescendants(List.of("Users"))).containsExactly("users");
    }

    private static NestedGroups nested(Optional<DirectoryManager> manager) {
        return new NestedGroups(new HostLookup() {
            @Override
            public <T> Optional<T> find(Class<T> type) {
                return manager.map(type::cast);
            }
        });
    }

    private static DirectoryManager manager(long directoryWithNestedGroups) {
        return (DirectoryManager) Proxy.newProxyInstance(
                NestedGroupsTest.class.getClassLoader(),
                new Class<?>[] {DirectoryManager.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "findAllDirectories" -> DIRECTORIES;
                    case "searchDirectGroupRelationships" ->
                        (long) arguments[0] == directoryWithNestedGroups
                                ? WITHIN.getOrDefault(
                                        ((MembershipQuery<?>) arguments[1]).getEntityNameToMatch(), List.of())
                                : List.of();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
