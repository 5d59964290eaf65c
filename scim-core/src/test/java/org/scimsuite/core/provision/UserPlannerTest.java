package org.scimsuite.core.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.provision.Change.CreateUser;
import org.scimsuite.core.provision.Change.DeactivateUser;
import org.scimsuite.core.provision.Change.ReactivateUser;
import org.scimsuite.core.provision.Change.RemoveUser;
import org.scimsuite.core.provision.Change.RenameUser;
import org.scimsuite.core.provision.Change.UpdateUser;

class UserPlannerTest {

    private static final DirectoryUserProfile ANA =
            new DirectoryUserProfile("ana", "Ana", "Arns", "Ana Arns", "ana@acme.test", Activation.ACTIVE);

    @Test
    void toReachWhenNobodyIsThereThenCreate() {
        assertThat(UserPlanner.toReach(ANA, Optional.empty()).changes()).containsExactly(new CreateUser(ANA));
    }

    @Test
    void toReachWhenEverythingIsAsDesiredThenNothing() {
        assertThat(UserPlanner.toReach(ANA, Optional.of(ANA)).isEmpty()).isTrue();
        assertThat(UserPlanner.toReach(ANA.withName("ANA"), Optional.of(ANA)).isEmpty())
                .as("another case is the same name")
                .isTrue();
    }

    @Test
    void toReachWhenAllDiffersThenAccessEndsBeforeAnythingElse() {
        DirectoryUserProfile desired =
                new DirectoryUserProfile("bo", "Bo", "Arns", "Bo Arns", "ana@acme.test", Activation.INACTIVE);

        assertThat(UserPlanner.toReach(desired, Optional.of(ANA)).changes())
                .containsExactly(
                        new DeactivateUser(ANA),
                        new RenameUser("ana", "bo"),
                        new UpdateUser(ANA.withName("bo").withActive(Activation.INACTIVE), desired));
        assertThat(UserPlanner.toReach(desired, Optional.of(ANA)).sentences())
                .contains("Update the user \"bo\": first name from \"Ana\" to \"Bo\", display name from \"Ana Arns\" to"
                        + " \"Bo Arns\".");
    }

    @Test
    void toReachWhenSomebodyReturnsUnderAnotherNameThenAccessComesLast() {
        DirectoryUserProfile inactive = ANA.withActive(Activation.INACTIVE);
        DirectoryUserProfile desired = ANA.withName("bo");

        assertThat(UserPlanner.toReach(desired, Optional.of(inactive)).changes())
                .containsExactly(
                        new RenameUser("ana", "bo"), new ReactivateUser(desired.withActive(Activation.INACTIVE)));
    }

    @Test
    void toReachWhenInactiveThenReactivate() {
        DirectoryUserProfile inactive = ANA.withActive(Activation.INACTIVE);

        assertThat(UserPlanner.toReach(ANA, Optional.of(inactive)).changes())
                .containsExactly(new ReactivateUser(inactive));
    }

    @Test
    void toDeleteWhenPolicySaysSoThenDeactivateOrRemove() {
        assertThat(UserPlanner.toDelete(ANA, DeletePolicy.DEACTIVATE).changes())
                .containsExactly(new DeactivateUser(ANA));
        assertThat(UserPlanner.toDelete(ANA.withActive(Activation.INACTIVE), DeletePolicy.DEACTIVATE)
                        .isEmpty())
                .isTrue();
        assertThat(UserPlanner.toDelete(ANA, DeletePolicy.REMOVE).changes()).containsExactly(new RemoveUser("ana"));
    }
}
