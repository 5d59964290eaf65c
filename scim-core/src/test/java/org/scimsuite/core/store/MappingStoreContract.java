package org.scimsuite.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link MappingStore} does. */
public abstract class MappingStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30.123Z");

    private final String connection = UUID.randomUUID().toString();

    protected abstract MappingStore store();

    @Test
    void currentVersionWhenThereIsNoneThenZero() {
        assertThat(store().currentVersion(connection)).isZero();
        assertThat(store().latest(connection, 10)).isEmpty();
    }

    @Test
    void insertWhenNumberIsNewThenItIsInForceAndOthersAreKept() {
        LongStream.rangeClosed(1, 11).forEach(number -> store().insert(version(number, "ana"), Alongside.NOTHING));

        assertThat(store().currentVersion(connection)).isEqualTo(11);
        assertThat(store().find(connection, 2)).contains(version(2, "ana"));
        assertThat(store().find(connection, 12)).isEmpty();
        assertThat(store().latest(connection, 3))
                .containsExactly(version(11, "ana"), version(10, "ana"), version(9, "ana"));
        assertThat(store().currentVersion("another")).isZero();
    }

    @Test
    void insertWhenNumberIsTakenThenFalseAndTheFirstOneStaysAndNothingGoesAlongside() {
        List<String> told = new ArrayList<>();
        store().insert(version(1, "ana"), Alongside.NOTHING);

        assertThat(store().insert(version(1, "ben"), Told.in(told))).isFalse();

        assertThat(store().find(connection, 1)).contains(version(1, "ana"));
        assertThat(told).isEmpty();
    }

    @Test
    void insertWhenSomethingGoesAlongsideThenItIsWrittenAndTold() {
        List<String> told = new ArrayList<>();

        assertThat(store().insert(version(1, "ana"), Told.in(told))).isTrue();

        assertThat(told).containsExactly("write", "committed");
    }

    private MappingVersion version(long number, String author) {
        String document = "{\"rules\":\"" + "\u00e4".repeat(20_000) + number + "\"}";
        return new MappingVersion(connection, number, document, author, NOW.plusMillis(number), "");
    }
}
