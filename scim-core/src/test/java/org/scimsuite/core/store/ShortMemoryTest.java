package org.scimsuite.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.testkit.MovableClock;

class ShortMemoryTest {

    private final MovableClock clock = new MovableClock();
    private final List<String> asked = new ArrayList<>();
    private final ShortMemory<String, Integer> memory = new ShortMemory<>(
            key -> {
                asked.add(key);
                return asked.size();
            },
            clock);

    @Test
    void getWhenAskedWithinASecondThenTheStoreIsAskedOnceForEachKey() {
        assertThat(memory.get("a")).isEqualTo(1);
        clock.advance(ShortMemory.VALIDITY.minusMillis(1));
        assertThat(memory.get("a")).isEqualTo(1);
        assertThat(memory.get("b")).isEqualTo(2);
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void getWhenTheAnswerIsOldThenTheStoreIsAskedAgain() {
        memory.get("a");
        clock.advance(ShortMemory.VALIDITY);

        assertThat(memory.get("a")).isEqualTo(2);
    }

    @Test
    void forgetThenTheStoreIsAskedAgainAtOnce() {
        memory.get("a");
        memory.forget();

        assertThat(memory.get("a")).isEqualTo(2);
    }
}
