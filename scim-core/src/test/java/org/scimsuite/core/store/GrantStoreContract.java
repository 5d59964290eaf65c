package org.scimsuite.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.store.Grant.Origin;

/** What every {@link GrantStore} does. */
public abstract class GrantStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30.123Z");

    private final String connection = UUID.randomUUID().toString();

    protected abstract GrantStore store();

    @Test
    void writeWhenGrantsAreNewThenEachPersonHasThem() {
        store().write(
                        List.of(grant("ana", "Eng"), grant("ana", "Ops"), grant("ben", "Eng")),
                        List.of(),
                        Alongside.NOTHING);

        assertThat(store().findByUsers(connection, List.of("ana", "nobody")))
                .containsExactlyInAnyOrder(grant("ana", "Eng"), grant("ana", "Ops"));
        assertThat(store().countByLocalGroup(connection, "eng")).isEqualTo(2);
        assertThat(store().findByUsers("another", List.of("ana"))).isEmpty();
        assertThat(store().countByLocalGroup("another", "eng")).isZero();
    }

    @Test
    void writeWhenGrantExistsInAnotherCaseThenItIsReplaced() {
        store().write(List.of(grant("ana", "Eng")), List.of(), Alongside.NOTHING);
        Grant found = new Grant(connection, "ana", "ENG", Origin.FOUND, NOW.plusMillis(1), "entry-2");

        store().write(List.of(found), List.of(), Alongside.NOTHING);

        assertThat(store().findByUsers(connection, List.of("ana"))).containsExactly(found);
    }

    @Test
    void writeWhenGrantsEndThenOnlyThoseAreGoneAndMissingOnesAreNoError() {
        store().write(List.of(grant("ana", "Eng"), grant("ben", "Eng")), List.of(), Alongside.NOTHING);

        store().write(
                        List.of(grant("cleo", "Eng")),
                        List.of(grant("ana", "ENG"), grant("nobody", "Eng")),
                        Alongside.NOTHING);

        assertThat(store().findByLocalGroup(connection, "eng", Optional.empty(), 10))
                .extracting(Grant::userId)
                .containsExactlyInAnyOrder("ben", "cleo");
    }

    @Test
    void findByLocalGroupWhenReadPageByPageThenEveryGrantComesOnce() {
        List<Grant> all = IntStream.range(0, 1_203)
                .mapToObj(i -> grant("user" + i, "Eng"))
                .toList();
        store().write(all, List.of(), Alongside.NOTHING);
        store().write(List.of(grant("user0", "Eng 2")), List.of(), Alongside.NOTHING);

        List<Grant> read = new ArrayList<>();
        List<Grant> page = store().findByLocalGroup(connection, "eng", Optional.empty(), 500);
        while (!page.isEmpty()) {
            read.addAll(page);
            Optional<String> last = Optional.of(page.get(page.size() - 1).userId());
            page = store().findByLocalGroup(connection, "eng", last, 500);
        }

        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
        assertThat(store().findByUsers(
                                connection, all.stream().map(Grant::userId).toList()))
                .hasSize(1_204);
    }

    @Test
    void findByLocalGroupWhenTheLastOneOfThePageIsGoneThenItGoesOnBehindIt() {
        store().write(List.of(grant("a", "Eng"), grant("b", "Eng"), grant("c", "Eng")), List.of(), Alongside.NOTHING);
        List<Grant> before = store().findByLocalGroup(connection, "eng", Optional.empty(), 10);
        Grant gone = before.get(1);

        store().write(List.of(), List.of(gone), Alongside.NOTHING);

        assertThat(store().findByLocalGroup(connection, "eng", Optional.of(gone.userId()), 10))
                .containsExactly(before.get(2));
    }

    @Test
    void writeWhenSomethingGoesAlongsideThenItIsWrittenAndTold() {
        List<String> told = new ArrayList<>();

        store().write(List.of(), List.of(), Told.in(told));

        assertThat(told).containsExactly("write", "committed");
    }

    private Grant grant(String userId, String localGroup) {
        return new Grant(connection, userId, localGroup, Origin.GIVEN, NOW, "entry-1");
    }
}
