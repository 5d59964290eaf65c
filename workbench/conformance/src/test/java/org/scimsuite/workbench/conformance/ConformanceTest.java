package org.scimsuite.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConformanceTest {

    private static final Line ONE = new Line("C001", "A First", "MUST", "It works.", "RFC");
    private static final Line TWO = new Line("C002", "B Second", "SHOULD", "It is fast.", "RFC");

    @Test
    void problemsWhenALineHasNeitherTestNorReasonThenItIsNamed() {
        assertThat(of(Map.of(), Map.of(), new Proof("C001", "T#t")).problems())
                .singleElement()
                .asString()
                .contains("C002", "It is fast.");
    }

    @Test
    void problemsWhenATestNamesAnUnknownLineThenTheTestIsNamed() {
        assertThat(of(Map.of("C001", "r"), Map.of("C002", "m"), new Proof("C999", "T#t"))
                        .problems())
                .singleElement()
                .asString()
                .contains("T#t", "C999");
    }

    @Test
    void problemsWhenALineHasTestAndReasonThenTheReasonMustGo() {
        assertThat(of(Map.of("C001", "r"), Map.of("C002", "m"), new Proof("C001", "T#t"))
                        .problems())
                .singleElement()
                .asString()
                .contains("C001", "not-applicable.tsv");
        assertThat(of(Map.of("C001", "r"), Map.of("C002", "m"), new Proof("C002", "T#t"))
                        .problems())
                .singleElement()
                .asString()
                .contains("C002", "open.tsv");
    }

    @Test
    void problemsWhenALineIsOpenAndNotApplicableThenSaid() {
        assertThat(of(Map.of("C001", "r"), Map.of("C001", "m"), new Proof("C002", "T#t"))
                        .problems())
                .singleElement()
                .asString()
                .contains("C001");
    }

    @Test
    void documentWhenWrittenThenEachLineSaysWhatShowsItOrWhyNot() {
        Conformance conformance = of(
                Map.of("C002", "The host does that."),
                Map.of(),
                new Proof("C001", "A#a"),
                new Proof("C001", "B#b"),
                new Proof("C001", "B#b"),
                new Proof("C001", "C#c"),
                new Proof("C001", "filter.json: a | b"),
                new Proof("C001", "D#d"));

        assertThat(conformance.problems()).isEmpty();
        assertThat(conformance.document())
                .contains("| 2 | 1 | 1 | 0 |")
                .contains("\n## A First\n")
                .contains("| C001 | MUST | It works. | RFC | A#a<br>B#b<br>C#c<br>and 2 more |\n")
                .contains("| C002 | SHOULD | It is fast. | RFC | not applicable: The host does that. |\n");
    }

    private static Conformance of(Map<String, String> notApplicable, Map<String, String> open, Proof... proofs) {
        return new Conformance(new Checklist(List.of(ONE, TWO), notApplicable, open), List.of(proofs));
    }
}
