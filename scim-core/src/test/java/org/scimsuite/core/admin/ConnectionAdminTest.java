package org.scimsuite.core.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.admin.AdminResult.Conflict;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.AdminResult.Invalid;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;

class ConnectionAdminTest {

    private final TestServer scim = new TestServer();
    private final ConnectionAdmin admin = scim.server().connections();

    @Test
    void createWhenTheDirectoryLacksOneOperationThenThatIsNamed() {
        scim.directory.forbid(DirectoryOperation.UPDATE_USER);

        AdminResult<Connection> result = admin.create(draft("Entra", InMemoryDirectory.ID));

        assertThat(((Invalid<Connection>) result).errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("directoryId");
            assertThat(error.message()).contains("does not allow update user").doesNotContain("create user");
        });
    }

    @Test
    void createWhenPeopleAreToBeRemovedAndTheDirectoryDoesNotAllowThatThenRefused() {
        scim.directory.forbid(DirectoryOperation.DELETE_USER);

        AdminResult<Connection> result = admin.create(
                new ConnectionDraft("Entra", InMemoryDirectory.ID, DeletePolicy.REMOVE, ConnectionMode.LIVE));

        assertThat(((Invalid<Connection>) result).errors())
                .extracting(AdminResult.FieldError::field)
                .containsExactly("deletePolicy");
    }

    @Test
    void createWhenDirectoryIsReadOnlyThenRefusedWithTheFieldsName() {
        scim.directory.forbid(DirectoryOperation.CREATE_USER, DirectoryOperation.UPDATE_USER);

        AdminResult<Connection> result = admin.create(draft("Entra", InMemoryDirectory.ID));

        assertThat(((Invalid<Connection>) result).errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("directoryId");
            assertThat(error.message()).contains("read-only");
        });
        assertThat(admin.list()).hasSize(1);
    }

    @Test
    void createWhenSeveralFieldsAreWrongThenAllAreTold() {
        AdminResult<Connection> result = admin.create(draft(" ", 99));

        assertThat(((Invalid<Connection>) result).errors())
                .extracting(AdminResult.FieldError::field)
                .containsExactly("name", "directoryId");
    }

    @Test
    void createWhenNameIsTakenInAnotherCaseThenRefused() {
        assertThat(admin.create(draft("OKTA", InMemoryDirectory.ID))).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\uD800"})
    void createWhenNameHoldsWhatCannotBeStoredOrShownThenRefused(String name) {
        assertThat(admin.create(draft(name, InMemoryDirectory.ID))).isInstanceOf(Invalid.class);
        assertThat(admin.list()).hasSize(1);
    }

    @Test
    void updateWhenVersionIsOldThenConflict() {
        scim.pause();

        AdminResult<Connection> result = admin.update(
                scim.connection().id(), scim.connection().version() - 1, draft("Other", InMemoryDirectory.ID));

        assertThat(result).isInstanceOf(Conflict.class);
        assertThat(admin.find(scim.connection().id()).orElseThrow().name()).isEqualTo("Okta");
    }

    @Test
    void updateWhenDirectoryDiffersThenRefused() {
        assertThat(admin.update(scim.connection().id(), scim.connection().version(), draft("Okta", 2)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void updateWhenNameIsThatOfAnotherThenRefused() {
        Connection other = ((Done<Connection>) admin.create(draft("Entra", InMemoryDirectory.ID))).value();

        assertThat(admin.update(other.id(), other.version(), draft("okta", InMemoryDirectory.ID)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void requestWhenThereIsNoSuchConnectionThenNotFound() {
        assertThat(admin.update("nope", 1, draft("x", InMemoryDirectory.ID))).isInstanceOf(NotFound.class);
        assertThat(admin.delete("nope")).isInstanceOf(NotFound.class);
        assertThat(admin.tokens("nope")).isInstanceOf(NotFound.class);
        assertThat(admin.issueToken("nope", new TokenDraft("x", Optional.empty())))
                .isInstanceOf(NotFound.class);
        assertThat(admin.revokeToken(scim.connection().id(), "nope")).isInstanceOf(NotFound.class);
    }

    @Test
    void issueTokenWhenLabelOrDaysAreWrongThenBothAreTold() {
        AdminResult<IssuedToken> result = admin.issueToken(scim.connection().id(), new TokenDraft("", Optional.of(0)));

        assertThat(((Invalid<IssuedToken>) result).errors())
                .extracting(AdminResult.FieldError::field)
                .containsExactly("label", "expiresInDays");
    }

    @Test
    void updateWhenTheSuccessorIsNotThereOrInactiveThenRefused() {
        scim.create("ana", ",\"active\":false");
        scim.create("boss", "");

        assertThat(List.of("ana", "nobody"))
                .allSatisfy(name -> assertThat(((Invalid<Connection>) handOverTo(name)).errors())
                        .singleElement()
                        .satisfies(error -> {
                            assertThat(error.field()).isEqualTo("successor");
                            assertThat(error.message()).contains(name);
                        }));
        assertThat(((Done<Connection>) handOverTo(" Boss ")).value().successor())
                .contains("Boss");
    }

    @Test
    void updateWhenTheStoredSuccessorHasLeftThenOtherSettingsCanBeChanged() {
        String boss = scim.create("boss", "");
        handOverTo("boss");
        scim.delete("/Users/" + boss);

        assertThat(handOverTo("boss")).isInstanceOf(Done.class);
    }

    private AdminResult<Connection> handOverTo(String successor) {
        Connection now = admin.find(scim.connection().id()).orElseThrow();
        return admin.update(
                now.id(),
                now.version(),
                new ConnectionDraft(
                        now.name(),
                        now.directoryId(),
                        now.deletePolicy(),
                        now.mode(),
                        now.protocol(),
                        now.requestsPerSecond(),
                        Optional.of(successor)));
    }

    private static ConnectionDraft draft(String name, long directoryId) {
        return new ConnectionDraft(name, directoryId, DeletePolicy.DEACTIVATE, ConnectionMode.LIVE);
    }
}
