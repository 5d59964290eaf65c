package org.scimsuite.core.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.product.LeaverStep.Outcome;
import org.scimsuite.core.product.LeaverTasks.Task;

class LeaverTasksTest {

    private static final LeaverStep DONE = new LeaverStep(Outcome.DONE, "Done.");

    @Test
    void leaveWhenOneFailsThenTheOthersAreDoneInTheirOrderAndTheFailureIsToldWithoutInternals() {
        List<LeaverStep> steps = new LeaverTasks(List.of(
                        Task.notOffered("Sessions are not ended."),
                        new Task("The keys could not be removed.", leaver -> {
                            throw new IOException("com.atlassian.Secret");
                        }),
                        new Task("The tokens could not be removed.", leaver -> {
                            throw new NoSuchMethodError("removed in 12");
                        }),
                        new Task("Never.", leaver -> DONE)))
                .leave(new Leaver(
                        new DirectoryUser(
                                1,
                                Optional.empty(),
                                new DirectoryUserProfile("ann", "", "", "", "", Activation.INACTIVE)),
                        Optional.empty()));

        assertThat(steps)
                .extracting(LeaverStep::outcome)
                .containsExactly(Outcome.NOT_OFFERED, Outcome.FAILED, Outcome.FAILED, Outcome.DONE);
        assertThat(steps.get(1).sentence())
                .startsWith("The keys could not be removed.")
                .doesNotContain("Secret");
    }
}
