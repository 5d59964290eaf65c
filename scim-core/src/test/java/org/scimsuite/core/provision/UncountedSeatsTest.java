package org.scimsuite.core.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.product.SeatPort;
import org.scimsuite.core.provision.AlignmentPlanner.Person;
import org.scimsuite.core.provision.AlignmentPlanner.Plan;
import org.scimsuite.core.provision.Change.AddToGroup;
import org.scimsuite.core.provision.Change.CreateUser;

/** Where no seats are counted, seats cost nothing: every port that is asked fails the test. */
class UncountedSeatsTest {

    private static final DirectoryUserProfile ANA = new DirectoryUserProfile("ana", "", "", "", "", Activation.ACTIVE);

    private final UserDirectoryPort directory = (UserDirectoryPort) Proxy.newProxyInstance(
            UserDirectoryPort.class.getClassLoader(),
            new Class<?>[] {UserDirectoryPort.class},
            (proxy, method, arguments) -> {
                throw new AssertionError("The directory was asked: " + method.getName());
            });
    private final Locks locks = new Locks() {
        @Override
        public <T> Optional<T> tryWith(String name, Duration timeout, Supplier<T> work) {
            throw new AssertionError("A lock was taken");
        }
    };
    private final Seats seats = new Seats(SeatPort.UNCOUNTED, directory, locks);

    @Test
    void admittingThenNothingIsAsked() {
        Seats.Admission admission = new Seats.Admission(Optional.empty(), ChangePlan.of(new CreateUser(ANA)), () -> {
            throw new AssertionError("Groups were asked for");
        });

        assertThat(seats.<String>admitting(null, admission, () -> "done")).isEqualTo("done");
    }

    @Test
    void allottingThenNothingIsAskedAndAllGetWhatTheyShall() {
        Person ana = new Person("id", "ana", Activation.ACTIVE, Map.of(), List.of(), Optional.empty(), Map.of());
        Plan plan = new Plan(List.of(new AddToGroup("ana", "jira-users")), List.of(), List.of(), List.of());

        Seats.Allotment allotment = seats.allotting(null, Map.of(ana, plan), all -> all);

        assertThat(allotment.plans()).containsEntry(ana, plan);
        assertThat(allotment.waiting()).isEmpty();
    }
}
