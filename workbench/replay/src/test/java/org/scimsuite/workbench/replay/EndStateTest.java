package org.scimsuite.workbench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndStateTest {

    private static final Person ADMIN = person("admin", true);
    private static final Person ANA = person("ana", true);

    @Test
    void differencesWhenTheSamePeopleAndGroupsThenNone() {
        EndState one = new EndState(Map.of("ana", ANA), Map.of("dev", Set.of("ana")));

        assertThat(one.differencesTo(new EndState(Map.of("ana", person("ana", true)), Map.of("dev", Set.of("ana")))))
                .isEmpty();
    }

    @Test
    void differencesWhenAPersonAndAGroupDifferThenBothAreNamed() {
        EndState one = new EndState(Map.of("ana", ANA), Map.of("dev", Set.of("ana")));
        EndState other = new EndState(Map.of("ana", person("ana", false)), Map.of());

        assertThat(one.differencesTo(other))
                .hasSize(2)
                .anyMatch(difference -> difference.startsWith("ana is "))
                .anyMatch(difference -> difference.startsWith("dev is missing"));
    }

    @Test
    void sinceWhenSomethingWasThereBeforeThenOnlyWhatCameOrChanged() {
        EndState before = new EndState(
                Map.of("admin", ADMIN, "ana", person("ana", false)),
                Map.of("admins", Set.of("admin"), "dev", Set.of()));
        EndState after = new EndState(
                Map.of("admin", ADMIN, "ana", ANA), Map.of("admins", Set.of("admin"), "dev", Set.of("ana")));

        assertThat(after.since(before)).isEqualTo(new EndState(Map.of("ana", ANA), Map.of("dev", Set.of("ana"))));
    }

    private static Person person(String name, boolean active) {
        return new Person(name, name, "", name, name + "@acme.test", active, "", null);
    }
}
