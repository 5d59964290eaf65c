package org.scimsuite.core.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scimsuite.core.corpus.AllTypes;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.Mutability;
import org.scimsuite.workbench.conformance.Requirement;

/** RFC 7643 §7 {@code mutability} × what a client tries × whether there is a value: for attributes, parts and elements. */
class MutabilityMatrixTest {

    private static final ResourceReader READER = new ResourceReader(AllTypes.THING, ReadOptions.DEFAULT);

    private enum Attempt {
        ADD_SAME,
        ADD_OTHER,
        REPLACE_SAME,
        REPLACE_OTHER,
        REMOVE
    }

    @TestFactory
    @Requirement({"C106", "C109", "C369", "C394"})
    Stream<DynamicTest> patch() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Mutability mutability : Mutability.values()) {
            for (Attempt attempt : Attempt.values()) {
                for (boolean present : new boolean[] {true, false}) {
                    for (String path : List.of(
                            mutability.word(),
                            "complex." + mutability.word(),
                            "complexList[string eq \"s\"]." + mutability.word())) {
                        String name = attempt + " " + path + (present ? " with a value" : " without a value");
                        tests.add(DynamicTest.dynamicTest(name, () -> check(mutability, attempt, present, path)));
                    }
                }
            }
        }
        return tests.stream();
    }

    private static boolean allowed(Mutability mutability, Attempt attempt, boolean present) {
        return switch (mutability) {
            case READ_ONLY -> false;
            case READ_WRITE, WRITE_ONLY -> true;
            case IMMUTABLE ->
                switch (attempt) {
                    case ADD_SAME, REPLACE_SAME -> true;
                    case ADD_OTHER, REPLACE_OTHER, REMOVE -> !present;
                };
        };
    }

    private static void check(Mutability mutability, Attempt attempt, boolean present, String path) {
        ScimResource current = thing(mutability, present);
        String value = attempt.name().endsWith("OTHER") ? "other" : "same";
        String word = attempt == Attempt.REMOVE ? "remove" : attempt.name().startsWith("ADD") ? "add" : "replace";
        String body = "{\"Operations\":[{\"op\":\"%s\",\"path\":\"%s\"%s}]}"
                .formatted(
                        word,
                        path.replace("\"", "\\\""),
                        attempt == Attempt.REMOVE ? "" : ",\"value\":\"" + value + "\"");
        if (allowed(mutability, attempt, present)) {
            ScimResource result = patch(current, body);
            String plain = path.replaceAll("\\[.*]", "");
            assertThat(result.get(plain).isPresent()).isEqualTo(attempt != Attempt.REMOVE);
            assertThat(result.get(plain).map(Object::toString).orElse(value)).contains(value);
        } else {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> patch(current, body))
                    .satisfies(e -> assertThat(e.error().scimType()).contains(ScimType.MUTABILITY));
        }
    }

    private static ScimResource thing(Mutability mutability, boolean present) {
        String member = present ? ",\"" + mutability.word() + "\":\"same\"" : "";
        return READER.readStored(
                "{\"string\":\"s\"%1$s,\"complex\":{\"string\":\"s\"%1$s},\"complexList\":[{\"string\":\"s\"%1$s}]}"
                        .formatted(member));
    }

    private static ScimResource patch(ScimResource current, String body) {
        Notes notes = new Notes();
        PatchRequest request = PatchReader.read(body.getBytes(StandardCharsets.UTF_8), AllTypes.THING, notes);
        return PatchApplier.apply(current, request, notes).resource();
    }

    @Test
    @Requirement({"C105", "C107"})
    void createWhenAnAttributeIsImmutableThenSetAndWhenReadOnlyThenLeftOut() {
        byte[] body = "{\"immutable\":\"once\",\"readOnly\":\"mine\",\"writeOnly\":\"secret\"}"
                .getBytes(StandardCharsets.UTF_8);
        ScimResource created = READER.readForCreate(body, new Notes());
        assertThat(created.text("immutable")).contains("once");
        assertThat(created.text("readOnly")).isEmpty();
        assertThat(created.text("writeOnly")).contains("secret");
    }

    private enum Body {
        SAME,
        OTHER,
        ABSENT
    }

    @TestFactory
    @Requirement({"C105", "C108", "C336", "C341", "C342"})
    Stream<DynamicTest> put() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Mutability mutability : Mutability.values()) {
            for (Body body : Body.values()) {
                for (boolean present : new boolean[] {true, false}) {
                    String name = body + " " + mutability.word() + (present ? " with a value" : " without a value");
                    tests.add(DynamicTest.dynamicTest(name, () -> checkPut(mutability, body, present)));
                }
            }
        }
        return tests.stream();
    }

    private static void checkPut(Mutability mutability, Body body, boolean present) {
        ScimResource current = thing(mutability, present);
        String json = body == Body.ABSENT
                ? "{}"
                : "{\"%s\":\"%s\"}".formatted(mutability.word(), body == Body.SAME ? "same" : "other");
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (mutability == Mutability.IMMUTABLE && present && body == Body.OTHER) {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> READER.readForReplace(bytes, current, new Notes()))
                    .satisfies(e -> assertThat(e.error().scimType()).contains(ScimType.MUTABILITY));
            return;
        }
        ScimResource read = READER.readForReplace(bytes, current, new Notes());
        assertThat(read.text(mutability.word()).orElse("none")).isEqualTo(expectedAfterPut(mutability, body, present));
    }

    private static String expectedAfterPut(Mutability mutability, Body body, boolean present) {
        boolean keeps =
                mutability == Mutability.READ_ONLY || (mutability == Mutability.IMMUTABLE && body == Body.ABSENT);
        if (keeps) {
            return present ? "same" : "none";
        }
        return switch (body) {
            case SAME -> "same";
            case OTHER -> "other";
            case ABSENT -> "none";
        };
    }
}
