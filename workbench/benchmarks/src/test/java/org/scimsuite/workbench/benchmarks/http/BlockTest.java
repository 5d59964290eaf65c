package org.scimsuite.workbench.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.benchmarks.http.Block.Limit;

class BlockTest {

    private final Set<Long> made = ConcurrentHashMap.newKeySet();

    @Test
    void blockWhenCallsAreLimitedThenEachNumberIsCalledOnce() throws Exception {
        Block block = Block.of(4, 10, Limit.calls(100), (worker, number) -> made.add(number));

        assertThat(block.calls()).isEqualTo(100);
        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(10, 110).boxed().toList());
    }

    /** The next block goes on behind the last call: a gap would be people who are never created. */
    @Test
    void blockWhenTheTimeIsOverThenNumbersHaveNoGap() throws Exception {
        Block block = Block.of(8, 10, Limit.time(Duration.ofMillis(20)), (worker, number) -> made.add(number));

        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(10, 10L + block.calls()).boxed().toList());
    }

    @Test
    void parseWhenABlockWasPrintedThenItIsTheSame() {
        Block block = Block.of(3_000_000, 1_000_000, 2_000_000);

        Block read = Block.parse(block.print());

        assertThat(read.calls()).isEqualTo(3);
        assertThat(read.perSecond()).isEqualTo(500);
        assertThat(read.percentile(50)).isEqualTo(2);
    }
}
