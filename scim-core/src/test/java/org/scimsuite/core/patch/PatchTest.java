package org.scimsuite.core.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.dialect.Dialect;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.workbench.conformance.Requirement;

/** A case says what the operations set (null: clear) in the resource that its file begins with. */
class PatchTest {

    @TestFactory
    Stream<DynamicTest> rfc() {
        return cases("patch/rfc.json");
    }

    @TestFactory
    Stream<DynamicTest> clients() {
        return cases("patch/clients.json");
    }

    private static Stream<DynamicTest> cases(String file) {
        JsonNode corpus = Corpus.read(file);
        return Corpus.tests(corpus.get("cases"), "title", each -> {
            check((ObjectNode) corpus.get("before"), each);
            check((ObjectNode) corpus.get("before"), valueFirst(each));
        });
    }

    /** The same case as a client sends it that says where a value goes behind it, and not before. */
    private static JsonNode valueFirst(JsonNode each) {
        ObjectNode copy = each.deepCopy();
        for (JsonNode operation : copy.get("operations")) {
            if (operation.get("value") != null) {
                ObjectNode object = (ObjectNode) operation;
                JsonNode value = object.remove("value");
                ObjectNode rest = object.deepCopy();
                object.removeAll().set("value", value);
                object.setAll(rest);
            }
        }
        return copy;
    }

    private static void check(ObjectNode before, JsonNode each) {
        if (each.has("error")) {
            assertFails(
                    before,
                    each,
                    new Notes(),
                    each.get("error").asText(),
                    each.path("detail").asText());
            return;
        }
        Notes notes = new Notes();
        assertSets(before, each, each.get("sets"), notes);
        List<String> expected = new ArrayList<>(Corpus.notes(each));
        each.path("otherNotes").forEach(note -> expected.add(note.asText()));
        assertThat(notes.all()).containsExactlyInAnyOrderElementsOf(expected);
        Notes strict = new Notes(Dialect.STRICT);
        if (each.has("strict")) {
            assertFails(before, each, strict, each.get("strict").asText(), "");
        } else if (each.has("strictSets")) {
            assertSets(before, each, each.get("strictSets"), strict);
        } else if (expected.isEmpty()) {
            assertSets(before, each, each.get("sets"), strict);
        }
    }

    private static void assertSets(ObjectNode before, JsonNode each, JsonNode sets, Notes notes) {
        ObjectNode expected = before.deepCopy();
        sets.properties().forEach(entry -> expected.set(entry.getKey(), entry.getValue()));
        sets.properties().stream()
                .filter(entry -> entry.getValue().isNull())
                .forEach(entry -> expected.remove(entry.getKey()));
        PatchResult result = apply(before, each, notes);
        ObjectNode actual =
                (ObjectNode) Corpus.parse(ResourceWriter.write(result.resource(), Projection.all(CoreSchemas.user())));
        actual.remove("schemas");
        assertThat(actual).isEqualTo(expected);
        assertThat(result.changed()).isEqualTo(!expected.equals(before));
    }

    private static void assertFails(ObjectNode before, JsonNode each, Notes notes, String scimType, String detail) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> apply(before, each, notes))
                .satisfies(e ->
                        assertThat(e.error().scimType().orElseThrow().word()).isEqualTo(scimType))
                .withMessageContaining(detail);
    }

    private static PatchResult apply(ObjectNode before, JsonNode each, Notes notes) {
        ScimResource current =
                new ResourceReader(CoreSchemas.user(), ReadOptions.DEFAULT).readStored(before.toString());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("schemas").add(PatchReader.PATCH_OP_URI);
        body.set("Operations", each.get("operations"));
        return PatchApplier.apply(current, PatchReader.read(Corpus.bytes(body), CoreSchemas.user(), notes), notes);
    }

    @Test
    @Requirement({"C349", "C350"})
    void readWhenEnvelopeIsWrongThenIsInvalidSyntax() {
        for (String body : new String[] {
            "",
            "[]",
            "{",
            "{}",
            "{\"schemas\":[\"urn:other\"],\"Operations\":[{\"op\":\"remove\",\"path\":\"title\"}]}",
            "{\"Operations\":{}}",
            "{\"schemas\":[\"" + PatchReader.PATCH_OP_URI + "\"],\"Operation\":[]}",
            "{\"Operations\":[{\"op\":\"remove\",\"OP\":\"add\",\"path\":\"title\"}]}",
            "{\"Operations\":[{\"op\":\"add\",\"path\":\"title\",\"value\":\"a\",\"VALUE\":\"b\"}]}",
            "{\"Operations\":[{\"op\":\"add\",\"path\":\"title\",\"value\":\"a\"},{\"op\":\"add\",\"path\":\"nobody\",\"value\":1}]"
        }) {
            assertThatExceptionOfType(ScimException.class)
                    .as(body)
                    .isThrownBy(() -> read(body, new Notes()))
                    .satisfies(e -> assertThat(e.error().scimType()).contains(ScimType.INVALID_SYNTAX));
        }
    }

    @Test
    @Requirement({"C015", "C351"})
    void readWhenMembersAreInAnyOrderAndCaseThenReadsThem() {
        String body = "{\"OPERATIONS\":[{\"Value\":\"x\",\"PATH\":\"title\",\"OP\":\"replace\"}],\"SCHEMAS\":[\""
                + PatchReader.PATCH_OP_URI + "\"]}";
        assertThat(read(body, new Notes(Dialect.STRICT)).operations()).hasSize(1);
    }

    @Test
    @Requirement("C349")
    void readWhenSchemasAreMissingThenNotesItAndStrictlyRefuses() {
        String body = "{\"Operations\":[{\"op\":\"remove\",\"path\":\"title\"}]}";
        Notes notes = new Notes();
        assertThat(read(body, notes).operations()).hasSize(1);
        assertThat(notes.all()).hasSize(1);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> read(body, new Notes(Dialect.STRICT)))
                .withMessageContaining(PatchReader.PATCH_OP_URI);
    }

    @Test
    @Requirement({"C110", "C133"})
    void applyWhenPasswordIsSetThenItIsInTheResultButNeverWritten() {
        String body = "{\"Operations\":[{\"op\":\"replace\",\"value\":{\"password\":\"s3cret\"}}]}";
        ScimResource current =
                new ResourceReader(CoreSchemas.user(), ReadOptions.DEFAULT).readStored("{\"userName\":\"ana\"}");
        ScimResource result = PatchApplier.apply(current, read(body, new Notes()), new Notes())
                .resource();
        assertThat(result.text("password")).contains("s3cret");
        assertThat(ResourceWriter.writeStored(result)).doesNotContain("s3cret");
        assertThat(new String(ResourceWriter.write(result, Projection.all(CoreSchemas.user())), StandardCharsets.UTF_8))
                .doesNotContain("s3cret");
        assertThat(result.toString()).doesNotContain("s3cret");
    }

    @Test
    void readWhenThereAreTooManyOperationsThenIsRefused() {
        String operation = "{\"op\":\"remove\",\"path\":\"title\"}";
        String full = operation + ("," + operation).repeat(PatchReader.MAX_OPERATIONS - 1);
        assertThat(read("{\"Operations\":[" + full + "]}", new Notes()).operations())
                .hasSize(PatchReader.MAX_OPERATIONS);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> read("{\"Operations\":[" + full + "," + operation + "]}", new Notes()))
                .withMessageContaining("at most 10000 operations");
    }

    @Test
    void readWhenPathIsVeryLongThenErrorShowsItsBeginningOnly() {
        String path = "x".repeat(5000);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> read("{\"Operations\":[{\"op\":\"remove\",\"path\":\"" + path + "\"}]}", new Notes()))
                .satisfies(e -> assertThat(e.getMessage()).contains("xxx...").hasSizeLessThan(300));
    }

    private static PatchRequest read(String body, Notes notes) {
        return PatchReader.read(body.getBytes(StandardCharsets.UTF_8), CoreSchemas.user(), notes);
    }
}
