package org.scimsuite.atlassian.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scimsuite.atlassian.crowd.FakeDirectoryManager.DIRECTORY;

import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.user.UserTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scimsuite.atlassian.sal.ProductAdministrators;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;

class EmbeddedCrowdDirectoryTest {

    private static final DirectoryUserProfile ANA =
            new DirectoryUserProfile("Ana", "Ana", "Lima", "Ana Lima", "ana@acme.test", Activation.ACTIVE);

    private final FakeDirectoryManager crowd = new FakeDirectoryManager();
    private final EmbeddedCrowdDirectory directory = new EmbeddedCrowdDirectory(
            crowd::manager, new ProductAdministrators(() -> null, List.of("jira-administrators")));

    @Test
    void createUserWhenNameIsFreeThenEveryFieldIsWrittenAndTheStableIdKnown() {
        DirectoryUser created = directory.createUser(DIRECTORY, ANA);

        assertThat(created).isEqualTo(new DirectoryUser(DIRECTORY, Optional.of("ext-ana"), ANA));
        assertThat(directory.findUserByName(DIRECTORY, "ANA")).contains(created);
        assertThat(directory.findUserByExternalId(DIRECTORY, "ext-ana")).contains(created);
    }

    @Test
    void createUserWhenInactiveThenInactive() {
        directory.createUser(DIRECTORY, ANA.withActive(Activation.INACTIVE));

        assertThat(crowd.users.get("ana").isActive()).isFalse();
    }

    @Test
    void createUserWhenCalledTwiceThenPasswordsAreLongAndDiffer() {
        directory.createUser(DIRECTORY, ANA);
        String first = crowd.lastPassword.orElseThrow().getCredential();
        directory.createUser(DIRECTORY, ANA.withName("ben"));

        assertThat(first)
                .hasSizeGreaterThan(40)
                .matches(".*[a-z].*")
                .matches(".*[A-Z].*")
                .matches(".*[0-9].*");
        assertThat(crowd.lastPassword.orElseThrow().getCredential()).isNotEqualTo(first);
    }

    @Test
    void createUserWhenNameIsTakenInAnotherCaseThenUserExists() {
        directory.createUser(DIRECTORY, ANA);

        assertThatThrownBy(() -> directory.createUser(DIRECTORY, ANA.withName("ANA")))
                .isInstanceOf(DirectoryException.UserExists.class)
                .hasMessageContaining("ANA");
    }

    @Test
    void createUserWhenAnotherNodeWinsTheRaceThenUserExists() {
        crowd.failure = Optional.of(new IllegalStateException(new DataIntegrityViolationException()));

        assertThatThrownBy(() -> directory.createUser(DIRECTORY, ANA))
                .isInstanceOf(DirectoryException.UserExists.class);
    }

    @Test
    void updateUserWhenItExistsThenEveryFieldIsWrittenAndTheRestKept() {
        directory.createUser(DIRECTORY, ANA);
        DirectoryUserProfile changed = new DirectoryUserProfile("ANA", "Anna", "", "Anna", "", Activation.INACTIVE);

        DirectoryUser updated = directory.updateUser(DIRECTORY, changed);

        assertThat(updated.externalId()).contains("ext-ana");
        assertThat(updated.profile())
                .as("the name stays as the directory spells it")
                .isEqualTo(changed.withName("Ana"));
    }

    @Test
    void updateUserWhenThereIsNoneThenUserNotFoundAndNothingWritten() {
        assertThatThrownBy(() -> directory.updateUser(DIRECTORY, ANA))
                .isInstanceOf(DirectoryException.UserNotFound.class);

        assertThat(crowd.calls).containsExactly("findUserByName");
    }

    @Test
    void storeUserAttributesWhenSomeHaveValuesAndSomeNotThenStoredAndRemovedAndTheOthersStay() {
        directory.createUser(DIRECTORY, ANA);
        directory.storeUserAttributes(
                DIRECTORY, "Ana", Map.of("dept", Set.of("R&D"), "site", Set.of("Oslo"), "mine", Set.of("x", "y")));

        directory.storeUserAttributes(DIRECTORY, "ana", Map.of("dept", Set.of("Sales"), "site", Set.of()));

        assertThat(directory.userAttributes(DIRECTORY, "ANA"))
                .isEqualTo(Map.of("dept", Set.of("Sales"), "mine", Set.of("x", "y")));
        assertThat(crowd.calls.stream().filter("removeUserAttributes"::equals)).hasSize(1);
    }

    @Test
    void userAttributesWhenThereIsNoSuchUserThenNone() {
        assertThat(directory.userAttributes(DIRECTORY, "nobody")).isEmpty();
        assertThatThrownBy(() -> directory.storeUserAttributes(DIRECTORY, "nobody", Map.of("dept", Set.of("R&D"))))
                .isInstanceOf(DirectoryException.UserNotFound.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void renameUserWhenNewNameIsFreeThenThePersonIsKept() {
        directory.createUser(DIRECTORY, ANA);

        DirectoryUser renamed = directory.renameUser(DIRECTORY, "ana", "anna");

        assertThat(renamed.name()).isEqualTo("anna");
        assertThat(renamed.externalId()).contains("ext-ana");
        assertThat(directory.findUserByName(DIRECTORY, "ana")).isEmpty();
    }

    @Test
    void renameUserWhenNewNameIsTakenThenUserExistsNamesTheNewName() {
        directory.createUser(DIRECTORY, ANA);
        directory.createUser(DIRECTORY, ANA.withName("ben"));

        assertThatThrownBy(() -> directory.renameUser(DIRECTORY, "ana", "ben"))
                .isInstanceOf(DirectoryException.UserExists.class)
                .hasMessageContaining("\"ben\"");
    }

    @Test
    void removeUserWhenItExistsThenGoneAndASecondTimeNotFound() {
        directory.createUser(DIRECTORY, ANA);

        directory.removeUser(DIRECTORY, "ana");

        assertThat(crowd.users).isEmpty();
        assertThatThrownBy(() -> directory.removeUser(DIRECTORY, "ana"))
                .isInstanceOf(DirectoryException.UserNotFound.class);
    }

    @Test
    void usersWhenTheDirectoryHasAnotherOrderThenPagesAreOrderedByNameKeyAndComplete() {
        for (String name : List.of("delta", "Bravo", "echo", "alpha", "Charlie")) {
            directory.createUser(DIRECTORY, ANA.withName(name));
        }

        assertThat(directory.users(DIRECTORY, new DirectoryPage(0, 2)))
                .extracting(DirectoryUser::name)
                .containsExactly("alpha", "Bravo");
        assertThat(directory.users(DIRECTORY, new DirectoryPage(2, 2)))
                .extracting(DirectoryUser::name)
                .containsExactly("Charlie", "delta");
        assertThat(directory.users(DIRECTORY, new DirectoryPage(4, 2)))
                .extracting(DirectoryUser::name)
                .containsExactly("echo");
        assertThat(directory.users(DIRECTORY, new DirectoryPage(5, 2))).isEmpty();
    }

    @Test
    void usersWhenTheDirectoryHasTheSameOrderThenTwoCallsForAPage() {
        for (String name : List.of("alpha", "bravo", "charlie")) {
            directory.createUser(DIRECTORY, ANA.withName(name));
        }
        crowd.calls.clear();

        directory.users(DIRECTORY, new DirectoryPage(1, 2));

        assertThat(crowd.calls).containsExactly("searchUsers", "searchUsers");
    }

    @Test
    void findWhenFieldsAreNullThenEmptyTexts() {
        crowd.users.put("bare", new UserTemplate("bare", DIRECTORY));

        assertThat(directory.findUserByName(DIRECTORY, "bare"))
                .contains(new DirectoryUser(
                        DIRECTORY,
                        Optional.empty(),
                        new DirectoryUserProfile("bare", "", "", "", "", Activation.INACTIVE)));
    }

    @Test
    void directoriesWhenSomeAreSwitchedOffThenOnlyActiveOnesInOrderWithWhatTheyAllow() {
        crowd.directories.add(FakeDirectoryManager.directory(
                2, "Corporate", true, OperationType.UPDATE_USER_ATTRIBUTE, OperationType.CREATE_ROLE));
        crowd.directories.add(FakeDirectoryManager.directory(3, "Old", false, OperationType.CREATE_USER));
        crowd.directories.add(FakeDirectoryManager.directory(1, "Internal", true, OperationType.CREATE_USER));

        assertThat(directory.directories()).extracting(DirectoryInfo::id).containsExactly(2L, 1L);
        assertThat(directory.directory(2).orElseThrow().allowedOperations())
                .containsExactly(DirectoryOperation.UPDATE_USER_ATTRIBUTE);
        assertThat(directory.directory(2).orElseThrow().kind()).isEqualTo("CONNECTOR");
        assertThat(directory.directory(3)).isEmpty();
        assertThat(directory.directory(99)).isEmpty();
    }

    @Test
    void directoriesWhenTheirKindHasToBeKnownThenTheyAreRemarkedOn() {
        crowd.directories.add(FakeDirectoryManager.directory(2, "Plain", true));
        crowd.directories.add(FakeDirectoryManager.directory(3, "Delegated", true));

        assertThat(directory.directories())
                .extracting(DirectoryInfo::remarks)
                .satisfiesExactly(plain -> assertThat(plain).isEmpty(), delegated -> assertThat(delegated)
                        .satisfiesExactly(
                                first -> assertThat(first).contains("Staff of the head office"),
                                second -> assertThat(second).contains("LDAP")));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new DirectoryPermissionException("x"), DirectoryException.NotPermitted.class),
                Arguments.of(new DirectoryNotFoundException("x"), DirectoryException.DirectoryGone.class),
                Arguments.of(new InvalidUserException("x"), DirectoryException.InvalidUser.class),
                Arguments.of(new InvalidCredentialException("x"), DirectoryException.InvalidUser.class),
                Arguments.of(new OperationFailedException("x"), DirectoryException.Unavailable.class),
                Arguments.of(new IllegalStateException("x"), DirectoryException.Unavailable.class));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void callWhenCrowdRefusesThenOurWordForIt(Exception refusal, Class<?> expected) {
        crowd.failure = Optional.of(refusal);

        assertThatThrownBy(() -> directory.createUser(DIRECTORY, ANA))
                .isInstanceOf(expected)
                .hasCause(refusal);
    }

    @Test
    void callWhenCrowdGivesAReadableReasonThenItIsPassedOn() {
        crowd.failure = Optional.of(new InvalidUserException("User name may not contain the character <"));

        assertThatThrownBy(() -> directory.createUser(DIRECTORY, ANA))
                .hasMessageEndingWith(": User name may not contain the character <");
    }

    @Test
    void callWhenCrowdsReasonSpeaksOfInternalsThenItIsNotPassedOn() {
        crowd.failure = Optional.of(new InvalidUserException(
                "org.hibernate.PropertyValueException: not-null property references a null value"));

        assertThatThrownBy(() -> directory.createUser(DIRECTORY, ANA))
                .isInstanceOf(DirectoryException.InvalidUser.class)
                .message()
                .doesNotContain("hibernate");
    }

    /** Stands in for Spring's class of this simple name, which the plugin does not link to. */
    private static final class DataIntegrityViolationException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
