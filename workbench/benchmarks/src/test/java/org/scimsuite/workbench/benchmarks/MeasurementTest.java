package org.scimsuite.workbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void rowWhenAHundredRequestsTookOneToAHundredMillisecondsThenPercentilesAreTheirRanks() {
        var nanos =
                LongStream.rangeClosed(1, 100).map(ms -> ms * 1_000_000).boxed().toList();

        String row = new Measurement("look up", nanos, 2_000_000_000L, 3).row();

        assertThat(row.trim().split(" {2,}"))
                .containsExactly("look up", "100", "2.0", "50", "50.0", "95.0", "99.0", "100.0", "3");
    }

    @Test
    void rowWhenThereWasOneRequestThenAllPercentilesAreIt() {
        String row = new Measurement("one", List.of(7_000_000L), 1_000_000_000L, 0).row();

        assertThat(row.trim().split(" {2,}")).containsExactly("one", "1", "1.0", "1", "7.0", "7.0", "7.0", "7.0", "0");
    }
}
