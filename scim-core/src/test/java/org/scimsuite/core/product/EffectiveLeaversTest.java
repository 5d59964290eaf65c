package org.scimsuite.core.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
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
import org.scimsuite.core.product.LeaverStep.Outcome;

class EffectiveLeaversTest {

    private static final LeaverStep ENDED = new LeaverStep(Outcome.DONE, "Ended.");

    private final Map<Long, DirectoryUser> users = new HashMap<>();
    private Runnable trouble = () -> {};

    @Test
    void leaveWhenNoEarlierDirectoryHasTheNameThenEnded() {
        users.put(1L, user(1, Activation.INACTIVE));
        users.put(2L, user(2, Activation.ACTIVE));

        assertThat(leave(1)).containsExactly(ENDED);
    }

    @Test
    void leaveWhenSomebodyActiveOfAnEarlierDirectoryHasTheNameThenNothingOfTheirsEnds() {
        users.put(1L, user(1, Activation.ACTIVE));
        users.put(2L, user(2, Activation.INACTIVE));

        assertThat(leave(2)).singleElement().satisfies(step -> {
            assertThat(step.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(step.sentence()).contains("Directory 1");
        });
    }

    @Test
    void leaveWhenThatPersonIsInactiveTooThenEnded() {
        users.put(1L, user(1, Activation.INACTIVE));
        users.put(2L, user(2, Activation.INACTIVE));

        assertThat(leave(2)).containsExactly(ENDED);
    }

    @Test
    void leaveWhenTheDirectoriesFailThenToldAndNothingEnded() {
        trouble = () -> {
            throw new DirectoryException.Unavailable("down", null);
        };

        assertThat(leave(1)).singleElement().extracting(LeaverStep::outcome).isEqualTo(Outcome.FAILED);
    }

    private List<LeaverStep> leave(long directoryId) {
        UserDirectoryPort port = (UserDirectoryPort) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {UserDirectoryPort.class}, (proxy, method, arguments) -> {
                    trouble.run();
                    return method.getName().equals("directories")
                            ? List.of(directory(1), directory(2))
                            : Optional.ofNullable(users.get(arguments[0]));
                });
        return new EffectiveLeavers(port, leaver -> List.of(ENDED))
                .leave(new Leaver(user(directoryId, Activation.INACTIVE), Optional.empty()));
    }

    private static DirectoryInfo directory(long id) {
        return new DirectoryInfo(id, "Directory " + id, "INTERNAL", Set.of());
    }

    private static DirectoryUser user(long directoryId, Activation activation) {
        return new DirectoryUser(
                directoryId,
                Optional.of("x" + directoryId),
                new DirectoryUserProfile("ann", "Ann", "A", "Ann A", "ann@acme.test", activation));
    }
}
