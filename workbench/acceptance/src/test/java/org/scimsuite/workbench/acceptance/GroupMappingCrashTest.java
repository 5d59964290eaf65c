package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The process dies while memberships of local groups change. It is started again, and what was begun is carried out. */
@OnEachHost
class GroupMappingCrashTest extends MappedGroups {

    private static final int HALTED = 137;

    @Override
    String purpose() {
        return "crash";
    }

    @ParameterizedTest(name = "halted {0} {1}")
    @CsvSource({"before, addUserToGroup", "after, addUserToGroup", "before, addGroup", "after, addGroup"})
    void pushWhenTheProcessDiesThenTheMembershipIsThereAfterwardsAndIsOurs(String point, String operation) {
        map(Bundle.empty().onTheFly());
        String ana = someone();
        String anaId = created(ana);
        String team = name("Team");
        String path = push(team);
        admin.armFault(point, operation, "halt");

        assertThatThrownBy(() -> scim.patch(path, add(anaId))).isInstanceOf(UncheckedIOException.class);
        startAgain();
        awaitAligned();

        assertThat(in(team)).containsExactly(ana);
        patch(path, removeByFilter(anaId));
        assertThat(in(team)).as("given by the rule, so it ends with the rule").isEmpty();
    }

    /** So many that they are aligned together: a few are added one after the other. */
    @Test
    void pushWhenTheProcessDiesAfterSeveralWereAddedThenAllAreInAndOurs() {
        map(Bundle.empty().onTheFly());
        List<String> people = Stream.generate(AcceptanceCase::someone).limit(40).toList();
        String[] ids = people.stream().map(this::created).toArray(String[]::new);
        String team = name("Team");
        String path = push(team);
        admin.armFault("after", "addAllUsersToGroup", "halt");

        assertThatThrownBy(() -> scim.patch(path, add(ids))).isInstanceOf(UncheckedIOException.class);
        startAgain();
        awaitAligned();

        assertThat(in(team)).containsExactlyInAnyOrderElementsOf(people);
        patch(path, Stream.of(ids).map(MappedGroups::removeByFilter).toArray(String[]::new));
        assertThat(in(team)).as("given by the rule, so it ends with the rule").isEmpty();
    }

    @ParameterizedTest(name = "halted {0} removeUserFromGroup")
    @CsvSource({"before", "after"})
    void removalWhenTheProcessDiesThenThePersonIsOutAfterwards(String point) {
        map(Bundle.empty().onTheFly());
        String anaId = created(someone());
        String team = name("Team");
        String path = push(team, anaId);
        admin.armFault(point, "removeUserFromGroup", "halt");

        assertThatThrownBy(() -> scim.patch(path, removeByFilter(anaId))).isInstanceOf(UncheckedIOException.class);
        startAgain();
        awaitAligned();

        assertThat(in(team)).isEmpty();
        assertThat(scim.get(path).json().path("members")).isEmpty();
    }

    private void startAgain() {
        assertThat(host.process().awaitEnd()).isEqualTo(HALTED);
        host.process().start();
        connect();
        scim = admin.scim(connection);
        mapping = admin.mapping(connection);
        local = admin.localGroups(1);
    }
}
