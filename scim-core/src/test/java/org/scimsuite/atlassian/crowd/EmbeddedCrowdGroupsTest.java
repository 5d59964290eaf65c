package org.scimsuite.atlassian.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scimsuite.atlassian.crowd.FakeDirectoryManager.DIRECTORY;

import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupType;
import com.atlassian.crowd.model.user.UserTemplate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scimsuite.atlassian.sal.ProductAdministrators;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.UserDirectoryPort.MembershipResult;

/** Groups and memberships over Crowd's manager. */
class EmbeddedCrowdGroupsTest {

    private final FakeDirectoryManager crowd = new FakeDirectoryManager();
    private final EmbeddedCrowdDirectory directory = new EmbeddedCrowdDirectory(
            crowd::manager, new ProductAdministrators(() -> null, List.of("jira-administrators")));

    @BeforeEach
    void person() {
        crowd.users.put("ana", new UserTemplate("ana", DIRECTORY));
    }

    @Test
    void createGroupWhenNameIsFreeThenTheGroupIsActiveAndFoundInAnyCase() {
        DirectoryGroup created = directory.createGroup(DIRECTORY, "Team");

        assertThat(created).isEqualTo(new DirectoryGroup(DIRECTORY, "Team"));
        assertThat(crowd.groups.templates.get("team").isActive()).isTrue();
        assertThat(crowd.groups.templates.get("team").getType()).isEqualTo(GroupType.GROUP);
        assertThat(directory.findGroupByName(DIRECTORY, "TEAM")).contains(created);
        assertThat(directory.groupNames(DIRECTORY)).containsExactly("Team");
    }

    @Test
    void createGroupWhenNameIsTakenThenGroupExists() {
        directory.createGroup(DIRECTORY, "Team");

        assertThatThrownBy(() -> directory.createGroup(DIRECTORY, "tEAM"))
                .isInstanceOf(DirectoryException.GroupExists.class)
                .hasMessageContaining("\"tEAM\"");
    }

    @ParameterizedTest
    @MethodSource("lostRaces")
    void createGroupWhenAnotherNodeWinsTheRaceThenGroupExists(Exception refusal) {
        // between the look and the attempt the other one's group arrives
        crowd.beforeCall = method -> {
            if (method.equals("addGroup")) {
                crowd.groups.templates.put("team", new GroupTemplate("Team", DIRECTORY, GroupType.GROUP));
            }
        };
        crowd.failures.put("addGroup", refusal);

        assertThatThrownBy(() -> directory.createGroup(DIRECTORY, "team"))
                .isInstanceOf(DirectoryException.GroupExists.class)
                .hasMessageContaining("\"team\"");
    }

    static Stream<Exception> lostRaces() {
        return Stream.of(
                new InvalidGroupException("Group already exists"),
                new OperationFailedException("constraint"),
                new IllegalStateException("constraint"));
    }

    @Test
    void createGroupWhenTheNameIsRefusedThenInvalidGroupWithTheReason() {
        crowd.failures.put("addGroup", new InvalidGroupException("A name cannot be blank"));

        assertThatThrownBy(() -> directory.createGroup(DIRECTORY, " "))
                .isInstanceOf(DirectoryException.InvalidGroup.class)
                .hasMessageEndingWith(": A name cannot be blank");
    }

    @Test
    void removeGroupWhenThereThenGoneAndASecondTimeGroupNotFound() {
        directory.createGroup(DIRECTORY, "Team");

        directory.removeGroup(DIRECTORY, "team");

        assertThat(directory.findGroupByName(DIRECTORY, "Team")).isEmpty();
        assertThatThrownBy(() -> directory.removeGroup(DIRECTORY, "team"))
                .isInstanceOf(DirectoryException.GroupNotFound.class)
                .hasMessageContaining("\"team\"");
    }

    @Test
    void addUserToGroupWhenNoMemberThenChangedAndBothSidesShowIt() {
        directory.createGroup(DIRECTORY, "Team");

        assertThat(directory.addUserToGroup(DIRECTORY, "ana", "team")).isEqualTo(MembershipResult.CHANGED);

        assertThat(directory.usersInGroup(DIRECTORY, "Team")).containsExactly("ana");
        assertThat(directory.groupsOfUser(DIRECTORY, "ana")).containsExactly("Team");
        assertThat(directory.hasMembers(DIRECTORY, "Team")).isTrue();
    }

    @Test
    void addUserToGroupWhenMemberAlreadyThenUnchangedWithoutAnAttempt() {
        directory.createGroup(DIRECTORY, "Team");
        directory.addUserToGroup(DIRECTORY, "ana", "Team");
        crowd.calls.clear();

        assertThat(directory.addUserToGroup(DIRECTORY, "ana", "Team")).isEqualTo(MembershipResult.UNCHANGED);
        assertThat(crowd.calls).doesNotContain("addUserToGroup");
    }

    @ParameterizedTest
    @MethodSource("lostRacesForAMembership")
    void addUserToGroupWhenAnotherNodeIsFasterThenUnchanged(Exception refusal) {
        directory.createGroup(DIRECTORY, "Team");
        crowd.beforeCall = method -> {
            if (method.equals("addUserToGroup")) {
                crowd.groups.users.put("team", Set.of("ana"));
            }
        };
        crowd.failures.put("addUserToGroup", refusal);

        assertThat(directory.addUserToGroup(DIRECTORY, "ana", "Team")).isEqualTo(MembershipResult.UNCHANGED);
    }

    static Stream<Exception> lostRacesForAMembership() {
        return Stream.of(
                new MembershipAlreadyExistsException("ana"),
                new OperationFailedException("constraint"),
                new IllegalStateException("constraint"));
    }

    @Test
    void addUserToGroupWhenTheDirectoryFailsThenUnavailable() {
        directory.createGroup(DIRECTORY, "Team");
        crowd.failures.put("addUserToGroup", new OperationFailedException("database"));

        assertThatThrownBy(() -> directory.addUserToGroup(DIRECTORY, "ana", "Team"))
                .isInstanceOf(DirectoryException.Unavailable.class);
    }

    @Test
    void usersInGroupWhenOnlySomeAreAskedForThenCrowdIsAskedForNoMore() {
        crowd.users.put("ben", new UserTemplate("ben", DIRECTORY));
        directory.createGroup(DIRECTORY, "Team");
        directory.addUsersToGroup(DIRECTORY, List.of("ana", "ben"), "Team");

        assertThat(directory.usersInGroup(DIRECTORY, "Team", 1)).hasSize(1);
        assertThat(directory.usersInGroup(DIRECTORY, "Team")).hasSize(2);
    }

    @Test
    void addUsersToGroupWhenSeveralThenOneCallAddsThemAndWhoFailedIsTriedAlone() {
        crowd.users.put("ben", new UserTemplate("ben", DIRECTORY));
        directory.createGroup(DIRECTORY, "Team");
        directory.addUserToGroup(DIRECTORY, "ana", "Team");
        crowd.groups.failing.add("ben");
        crowd.calls.clear();

        directory.addUsersToGroup(DIRECTORY, List.of("ana", "ben"), "Team");

        assertThat(directory.usersInGroup(DIRECTORY, "Team")).containsExactlyInAnyOrder("ana", "ben");
        assertThat(crowd.calls).containsOnlyOnce("addAllUsersToGroup").containsOnlyOnce("addUserToGroup");
    }

    @Test
    void addUsersToGroupWhenTheCallFailsAsAWholeThenEachIsTriedAlone() {
        crowd.users.put("ben", new UserTemplate("ben", DIRECTORY));
        directory.createGroup(DIRECTORY, "Team");
        crowd.failures.put("addAllUsersToGroup", new OperationFailedException("constraint"));

        directory.addUsersToGroup(DIRECTORY, List.of("ana", "ben"), "Team");

        assertThat(directory.usersInGroup(DIRECTORY, "Team")).containsExactlyInAnyOrder("ana", "ben");
    }

    @Test
    void removeUserFromGroupWhenMemberThenChangedAndASecondTimeUnchanged() {
        directory.createGroup(DIRECTORY, "Team");
        directory.addUserToGroup(DIRECTORY, "ana", "Team");

        assertThat(directory.removeUserFromGroup(DIRECTORY, "ana", "Team")).isEqualTo(MembershipResult.CHANGED);
        assertThat(directory.hasMembers(DIRECTORY, "Team")).isFalse();
        assertThat(directory.removeUserFromGroup(DIRECTORY, "ana", "Team")).isEqualTo(MembershipResult.UNCHANGED);
    }

    @Test
    void membershipWhenGroupOrUserIsMissingThenSaidWhichOne() {
        directory.createGroup(DIRECTORY, "Team");

        assertThatThrownBy(() -> directory.addUserToGroup(DIRECTORY, "ana", "Crew"))
                .isInstanceOf(DirectoryException.GroupNotFound.class)
                .hasMessageContaining("\"Crew\"");
        assertThatThrownBy(() -> directory.removeUserFromGroup(DIRECTORY, "ana", "Crew"))
                .isInstanceOf(DirectoryException.GroupNotFound.class);
        assertThatThrownBy(() -> directory.addUserToGroup(DIRECTORY, "nobody", "Team"))
                .isInstanceOf(DirectoryException.UserNotFound.class);
        assertThatThrownBy(() -> directory.removeUserFromGroup(DIRECTORY, "nobody", "Team"))
                .isInstanceOf(DirectoryException.UserNotFound.class);
    }

    @Test
    void changeWhenTheGroupIsReadOnlyThenNotPermittedNamesIt() {
        directory.createGroup(DIRECTORY, "Team");
        directory.addUserToGroup(DIRECTORY, "ana", "Team");
        crowd.users.put("ben", new UserTemplate("ben", DIRECTORY));
        crowd.groups.readOnly.add("team");

        assertThatThrownBy(() -> directory.addUserToGroup(DIRECTORY, "ben", "Team"))
                .isInstanceOf(DirectoryException.NotPermitted.class)
                .hasMessageContaining("\"Team\"");
        assertThatThrownBy(() -> directory.removeUserFromGroup(DIRECTORY, "ana", "Team"))
                .isInstanceOf(DirectoryException.NotPermitted.class);
        assertThatThrownBy(() -> directory.removeGroup(DIRECTORY, "Team"))
                .isInstanceOf(DirectoryException.NotPermitted.class);
    }

    @Test
    void hasMembersWhenOnlyAGroupIsInsideThenTrue() {
        directory.createGroup(DIRECTORY, "Team");
        assertThat(directory.hasMembers(DIRECTORY, "Team")).isFalse();

        crowd.groups.children.put("team", Set.of("Crew"));

        assertThat(directory.hasMembers(DIRECTORY, "Team")).isTrue();
        assertThat(directory.usersInGroup(DIRECTORY, "Team")).isEmpty();
    }

    @Test
    void readsWhenNothingIsThereThenEmpty() {
        assertThat(directory.findGroupByName(DIRECTORY, "Team")).isEmpty();
        assertThat(directory.groupNames(DIRECTORY)).isEmpty();
        assertThat(directory.usersInGroup(DIRECTORY, "Team")).isEmpty();
        assertThat(directory.groupsOfUser(DIRECTORY, "nobody")).isEmpty();
        assertThat(directory.hasMembers(DIRECTORY, "Team")).isFalse();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new DirectoryNotFoundException("x"), DirectoryException.DirectoryGone.class),
                Arguments.of(new OperationFailedException("x"), DirectoryException.Unavailable.class),
                Arguments.of(new IllegalStateException("x"), DirectoryException.Unavailable.class));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void callWhenCrowdRefusesThenOurWordForIt(Exception refusal, Class<?> expected) {
        crowd.failure = Optional.of(refusal);

        assertThatThrownBy(() -> directory.findGroupByName(DIRECTORY, "Team")).isInstanceOf(expected);
        assertThatThrownBy(() -> directory.createGroup(DIRECTORY, "Team")).isInstanceOf(expected);
        assertThatThrownBy(() -> directory.addUserToGroup(DIRECTORY, "ana", "Team"))
                .isInstanceOf(expected);
        assertThatThrownBy(() -> directory.removeUserFromGroup(DIRECTORY, "ana", "Team"))
                .isInstanceOf(expected);
        assertThatThrownBy(() -> directory.usersInGroup(DIRECTORY, "Team")).isInstanceOf(expected);
    }

    @Test
    void changeWhenTheDirectoryForbidsItThenNotPermitted() {
        directory.createGroup(DIRECTORY, "Team");
        for (String method : List.of("addGroup", "removeGroup", "addUserToGroup", "removeUserFromGroup")) {
            crowd.failures.put(method, new DirectoryPermissionException("x"));
        }

        assertThatThrownBy(() -> directory.createGroup(DIRECTORY, "Crew"))
                .isInstanceOf(DirectoryException.NotPermitted.class);
        assertThatThrownBy(() -> directory.removeGroup(DIRECTORY, "Team"))
                .isInstanceOf(DirectoryException.NotPermitted.class);
        assertThatThrownBy(() -> directory.addUserToGroup(DIRECTORY, "ana", "Team"))
                .isInstanceOf(DirectoryException.NotPermitted.class);
        assertThatThrownBy(() -> directory.removeUserFromGroup(DIRECTORY, "ana", "Team"))
                .isInstanceOf(DirectoryException.NotPermitted.class);
    }

    @Test
    void administratorGroupsWhenAskedThenThoseOfTheProduct() {
        assertThat(directory.administratorGroups(DIRECTORY)).containsExactly("jira-administrators");
    }
}
