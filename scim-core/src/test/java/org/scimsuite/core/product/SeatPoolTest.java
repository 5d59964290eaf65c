package org.scimsuite.core.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeatPoolTest {

    private static final long STAFF = 3;
    private static final long GUESTS = 4;

    private final SeatPool pool = new SeatPool("Wiki", OptionalInt.of(10), 7, Set.of("wiki-users"), Set.of(STAFF));

    @Test
    void takenByWhenTheDirectoryIsOpenThenByEverybodyOfIt() {
        assertThat(pool.isTakenBy(STAFF, List.of())).isTrue();
        assertThat(pool.isTakenBy(GUESTS, List.of("others"))).isFalse();
        assertThat(pool.isTakenBy(GUESTS, List.of("others", "Wiki-Users"))).isTrue();
    }

    @Test
    void freeWhenTheLicenceIsExceededThenNone() {
        assertThat(pool.free()).isEqualTo(3);
        assertThat(new SeatPool("Wiki", OptionalInt.of(10), 12, Set.of()).free())
                .isZero();
        assertThat(new SeatPool("Wiki", OptionalInt.empty(), 12, Set.of()).free())
                .isEqualTo(Integer.MAX_VALUE);
    }
}
