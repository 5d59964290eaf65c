package org.scimsuite.core.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.corpus.AllTypes;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.dialect.Dialect;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.resource.AttributeValue.DecimalValue;
import org.scimsuite.core.schema.AttributeType;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.workbench.conformance.Requirement;

/** Every JSON form × every attribute type × every place an attribute can have. */
class TypeMatrixTest {

    private static final Map<String, String> FORMS = Map.of(
            "a text", "\"plain text!\"",
            "a whole number", "42",
            "a fraction", "1.5",
            "a boolean", "true",
            "a date and time", "\"2026-01-31T08:00:00+02:00\"",
            "a date", "\"2026-01-31\"",
            "base64", "\"QUJD\"",
            "an object", "{\"a\": 1}");

    private static final Map<AttributeType, List<String>> ACCEPTED = Map.of(
            AttributeType.STRING, List.of("a text", "a date and time", "a date", "base64"),
            AttributeType.REFERENCE, List.of("a text", "a date and time", "a date", "base64"),
            AttributeType.BOOLEAN, List.of("a boolean"),
            AttributeType.INTEGER, List.of("a whole number"),
            AttributeType.DECIMAL, List.of("a whole number", "a fraction"),
            AttributeType.DATE_TIME, List.of("a date and time"),
            // 2026-01-31 happens to be well-formed in the URL-safe alphabet.
            AttributeType.BINARY, List.of("base64", "a date"));

    private record Place(String json, String path) {}

    private static List<Place> places(AttributeType type) {
        String name = type.word();
        return List.of(
                new Place("{\"%s\": @}".formatted(name), name),
                new Place("{\"%sList\": [@, @]}".formatted(name), name + "List[0]"),
                new Place("{\"complex\": {\"%s\": @}}".formatted(name), "complex." + name),
                new Place("{\"complexList\": [{\"%s\": @}]}".formatted(name), "complexList[0]." + name));
    }

    @TestFactory
    @Requirement({"C081", "C084", "C086", "C088"})
    Stream<DynamicTest> formsAndTypes() {
        List<DynamicTest> tests = new ArrayList<>();
        for (AttributeType type : AllTypes.SIMPLE) {
            for (Place place : places(type)) {
                FORMS.forEach((form, json) -> {
                    boolean accepted = ACCEPTED.get(type).contains(form);
                    tests.add(DynamicTest.dynamicTest(
                            form + " for " + place.path() + (accepted ? " is read" : " is refused"),
                            () -> check(place, json, accepted)));
                });
            }
        }
        return tests.stream();
    }

    private static void check(Place place, String json, boolean accepted) {
        byte[] body = body(place.json().replace("@", json));
        JsonNode expected = Corpus.parse(body);
        if (accepted) {
            ScimResource read = read(AllTypes.THING, body);
            assertThat(written(read)).isEqualTo(expected);
            assertThat(new ResourceReader(AllTypes.THING, ReadOptions.DEFAULT)
                            .readStored(ResourceWriter.writeStored(read)))
                    .isEqualTo(read);
        } else {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> read(AllTypes.THING, body))
                    .satisfies(e -> assertThat(e.error().scimType()).contains(ScimType.INVALID_VALUE))
                    .withMessageStartingWith(place.path() + " must be ");
        }
    }

    private static JsonNode written(ScimResource resource) {
        return Corpus.parse(ResourceWriter.write(resource, Projection.all(resource.type())));
    }

    private static byte[] body(String members) {
        return ("{\"schemas\": [\"" + AllTypes.SCHEMA + "\"]," + members.substring(1)).getBytes(StandardCharsets.UTF_8);
    }

    private static ScimResource read(ResourceType type, byte[] body) {
        return new ResourceReader(type, ReadOptions.DEFAULT).readForCreate(body, new Notes(Dialect.STRICT));
    }

    @ParameterizedTest
    @CsvSource({"42,42", "-7,-7", "1.50,1.5", "1E+3,1000", "1E-3,0.001", "0.0,0", "100.00,100"})
    @Requirement("C084")
    void writeWhenValueIsDecimalThenHasNoExponentAndNoIdleZeros(String source, String written) {
        ScimResource read = read(AllTypes.THING, body("{\"decimal\":" + source + "}"));
        assertThat(ResourceWriter.writeStored(read)).contains("\"decimal\":" + written + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807,9223372036854775807",
        "-9223372036854775808,-9223372036854775808",
        "42.0,42",
        "4.2E1,42"
    })
    @Requirement("C085")
    void readWhenIntegerIsWholeThenIsReadAndWrittenWithoutFractionAndExponent(String source, String written) {
        ScimResource read = read(AllTypes.THING, body("{\"integer\":" + source + "}"));
        assertThat(ResourceWriter.writeStored(read)).contains("\"integer\":" + written + "}");
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775808", "1.5", "1E999999999"})
    void readWhenIntegerDoesNotFitThenIsRefused(String source) {
        assertThatThrownBy(() -> read(AllTypes.THING, body("{\"integer\":" + source + "}")))
                .hasMessageContaining("integer must be a whole number");
    }

    @Test
    @Requirement("C024")
    void readWhenDecimalWouldFillTheMemoryThenIsRefused() {
        assertThatThrownBy(() -> read(AllTypes.THING, body("{\"decimal\":1E999999999}")))
                .hasMessageContaining("decimal must be a number");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31T08:00:00Z", "2026-01-31T10:00:00.000+02:00", "2026-01-31T08:00:00"})
    @Requirement("C087")
    void readWhenDateTimesMeanTheSameInstantThenAreEqualAndKeepTheirText(String text) {
        ScimResource read = read(AllTypes.THING, body("{\"dateTime\":\"" + text + "\"}"));
        ScimResource other = read(AllTypes.THING, body("{\"dateTime\":\"2026-01-31T08:00:00Z\"}"));
        assertThat(read).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(ResourceWriter.writeStored(read)).contains(text);
    }

    @Test
    void decimalsWhenTheyDifferInIdleZerosThenAreEqual() {
        assertThat(new DecimalValue(new BigDecimal("1.0"))).isEqualTo(new DecimalValue(BigDecimal.ONE));
    }

    @Test
    @Requirement({"C078", "C118"})
    void readWhenRequiredExtensionOrPartIsMissingThenNamesThem() {
        assertThatThrownBy(() -> read(AllTypes.DEMANDING, body("{\"list\":[{\"type\":\"x\"}]}")))
                .hasMessage("list.value is required and must not be blank; " + AllTypes.REQUIRED_EXTENSION
                        + " is required.");
        String extension = "{\"schemas\":[\"%s\",\"%s\"],\"%s\":{\"hint\":\"x\"}}"
                .formatted(AllTypes.SCHEMA, AllTypes.REQUIRED_EXTENSION, AllTypes.REQUIRED_EXTENSION);
        assertThatThrownBy(() -> read(AllTypes.DEMANDING, extension.getBytes(StandardCharsets.UTF_8)))
                .hasMessage(AllTypes.REQUIRED_EXTENSION + ":code is required and must not be blank.");
    }
}
