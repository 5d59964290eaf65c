package org.scimsuite.workbench.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000, 100_000})
    void personWhenASweepIsMadeThenEverybodyIsMetOnce(int people) {
        Sweep sweep = new Sweep(people);

        assertThat(LongStream.range(5L * people, 6L * people)
                        .mapToInt(sweep::person)
                        .distinct())
                .hasSize(people)
                .allMatch(person -> person >= 0 && person < people);
    }

    @Test
    void personWhenNumbersAreNeighboursThenPeopleAreNot() {
        Sweep sweep = new Sweep(100_000);

        assertThat(Math.abs(sweep.person(1) - sweep.person(2))).isGreaterThan(1);
    }
}
