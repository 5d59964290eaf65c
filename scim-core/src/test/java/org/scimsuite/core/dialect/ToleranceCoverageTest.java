package org.scimsuite.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.corpus.Corpus;

class ToleranceCoverageTest {

    private static final List<JsonNode> CASES = List.of(
            Corpus.read("filter/parse.json"),
            Corpus.read("filter/evaluate.json").get("cases"),
            Corpus.read("patch/clients.json").get("cases"),
            Corpus.read("read/create.json"));

    @Test
    void toleranceWhenItExistsThenACaseShowsItAndWhatIsAnsweredWithoutIt() {
        Set<Tolerance> shown = EnumSet.noneOf(Tolerance.class);
        for (JsonNode cases : CASES) {
            for (JsonNode each : cases) {
                if (each.has("strict") || each.has("strictSets") || each.has("strictReads")) {
                    each.path("notes").forEach(name -> shown.add(Tolerance.valueOf(name.asText())));
                }
            }
        }
        // not a matter of reading, and one of the envelope: endpoint/tolerances.json shows them
        shown.add(Tolerance.UNKNOWN_MEMBER);
        shown.add(Tolerance.MEMBER_BY_OTHER_ID);
        shown.add(Tolerance.NO_OPERATIONS);
        assertThat(shown).containsExactlyInAnyOrder(Tolerance.values());
    }

    @Test
    void toleranceWhenItExistsThenTheDocsListItWithItsSentence() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/idp/README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Tolerance.values())
                        .map(each -> "| `" + each.name() + "` | " + each.sentence() + " |")
                        .toList());
    }

    @Test
    void notesWhenAToleranceIsUsedTwiceThenTellItOnceAndInOrder() {
        Notes notes = new Notes();
        assertThat(notes.tolerates(Tolerance.DOTTED_KEY)).isTrue();
        notes.add("Something else.");
        assertThat(notes.tolerates(Tolerance.DOTTED_KEY)).isTrue();
        assertThat(notes.all()).containsExactly(Tolerance.DOTTED_KEY.sentence(), "Something else.");
    }

    @Test
    void notesWhenDialectDoesNotAllowAToleranceThenRefuseAndNoteNothing() {
        Notes notes = new Notes(Dialect.of(EnumSet.of(Tolerance.DOTTED_KEY)));
        assertThat(notes.tolerates(Tolerance.BOOLEAN_AS_TEXT)).isFalse();
        assertThat(notes.tolerates(Tolerance.DOTTED_KEY)).isTrue();
        assertThat(notes.all()).containsExactly(Tolerance.DOTTED_KEY.sentence());
    }

    @Test
    void notesWhenARequestCausesEndlesslyManyThenStayBounded() {
        Notes notes = new Notes();
        for (int index = 0; index < 1000; index++) {
            notes.add("Note " + index);
        }
        assertThat(notes.all()).hasSize(50);
    }
}
