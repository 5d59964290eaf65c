package org.scimsuite.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.scimsuite.core.corpus.AllTypes;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributeType;
import org.scimsuite.core.schema.Returned;

/** The laws of attributes and excludedAttributes (RFC 7643 §7, RFC 7644 §3.9), on a resource with every kind of attribute. */
class ProjectionPropertyTest {

    private static final ScimResource THING = thing();

    @Property(tries = 300)
    void attributesTwiceIsTheSameAsOnce(@ForAll("names") List<String> names) {
        JsonNode once = shown(list(names), Optional.empty());

        assertThat(shown(list(twice(names)), Optional.empty())).isEqualTo(once);
    }

    @Property(tries = 300)
    void excludedAttributesTwiceIsTheSameAsOnce(@ForAll("names") List<String> names) {
        JsonNode once = shown(Optional.empty(), list(names));

        assertThat(shown(Optional.empty(), list(twice(names)))).isEqualTo(once);
    }

    @Property(tries = 300)
    void theOrderOfNamesDoesNotMatter(@ForAll("names") List<String> names) {
        List<String> turned = new ArrayList<>(names);
        Collections.reverse(turned);

        assertThat(shown(list(turned), Optional.empty())).isEqualTo(shown(list(names), Optional.empty()));
        assertThat(shown(Optional.empty(), list(turned))).isEqualTo(shown(Optional.empty(), list(names)));
    }

    @Property(tries = 300)
    void whatIsAlwaysReturnedIsThereAndWhatIsNeverReturnedIsNot(@ForAll("names") List<String> names) {
        for (JsonNode shown : List.of(shown(list(names), Optional.empty()), shown(Optional.empty(), list(names)))) {
            assertThat(shown.has("schemas")).isTrue();
            assertThat(shown.has("always")).isTrue();
            assertThat(shown.findValue("never")).isNull();
        }
    }

    @Property(tries = 300)
    void whatIsReturnedOnRequestIsThereOnlyWhenItIsNamed(@ForAll("names") List<String> names) {
        assertThat(shown(list(names), Optional.empty()).has("request")).isEqualTo(names.contains("request"));
        assertThat(shown(Optional.empty(), list(names)).has("request")).isFalse();
    }

    @Property(tries = 300)
    void whatIsNotNamedIsNotShownAndWhatIsExcludedIsNot(@ForAll("names") List<String> names) {
        JsonNode included = shown(list(names), Optional.empty());
        JsonNode remaining = shown(Optional.empty(), list(names));

        for (AttributeDefinition attribute : AllTypes.THING.schema().attributes()) {
            String name = attribute.name();
            if (attribute.returned() == Returned.DEFAULT
                    && !attribute.complex()
                    && THING.get(name).isPresent()) {
                assertThat(included.has(name)).as(name).isEqualTo(names.contains(name));
                assertThat(remaining.has(name)).as(name).isEqualTo(!names.contains(name));
            }
        }
    }

    @Property(tries = 300)
    void moreNamesShowMoreAndExcludeMore(@ForAll("names") List<String> names, @ForAll("names") List<String> others) {
        List<String> both = new ArrayList<>(names);
        both.addAll(others);

        assertThat(isPartOf(shown(list(names), Optional.empty()), shown(list(both), Optional.empty())))
                .isTrue();
        assertThat(isPartOf(shown(Optional.empty(), list(both)), shown(Optional.empty(), list(names))))
                .isTrue();
    }

    /** Whether everything of one object is in another, at both levels. */
    private static boolean isPartOf(JsonNode part, JsonNode whole) {
        for (var member : part.properties()) {
            JsonNode other = whole.path(member.getKey());
            boolean contained =
                    member.getValue().isObject() ? isPartOf(member.getValue(), other) : !other.isMissingNode();
            if (!contained) {
                return false;
            }
        }
        return true;
    }

    @Provide
    Arbitrary<List<String>> names() {
        List<String> all = new ArrayList<>();
        for (AttributeDefinition attribute : AllTypes.THING.schema().attributes()) {
            all.add(attribute.name());
            for (AttributeDefinition part : attribute.subAttributes()) {
                all.add(attribute.name() + "." + part.name());
            }
        }
        return Arbitraries.of(all).list().ofMinSize(1).ofMaxSize(6);
    }

    private static List<String> twice(List<String> names) {
        List<String> result = new ArrayList<>(names);
        result.addAll(names);
        return result;
    }

    private static Optional<String> list(List<String> names) {
        return Optional.of(String.join(",", names));
    }

    private static JsonNode shown(Optional<String> attributes, Optional<String> excluded) {
        Projection projection = Projection.of(AllTypes.THING, attributes, excluded);
        return Corpus.parse(ResourceWriter.write(THING, projection));
    }

    private static ScimResource thing() {
        ObjectNode thing = new ObjectMapper().createObjectNode();
        thing.putArray("schemas").add(AllTypes.SCHEMA);
        ObjectNode parts = thing.objectNode();
        for (AttributeDefinition attribute : AllTypes.THING.schema().attributes()) {
            if (attribute.complex()) {
                thing.set(
                        attribute.name(),
                        attribute.multiValued() ? thing.arrayNode().add(parts) : parts);
            } else if (attribute.multiValued()) {
                thing.putArray(attribute.name()).add(value(thing, attribute.type()));
            } else {
                thing.set(attribute.name(), value(thing, attribute.type()));
                parts.set(attribute.name(), value(thing, attribute.type()));
            }
        }
        return new ResourceReader(AllTypes.THING, ReadOptions.DEFAULT).readForCreate(Corpus.bytes(thing), new Notes());
    }

    private static JsonNode value(ObjectNode factory, AttributeType type) {
        return switch (type) {
            case STRING, REFERENCE -> factory.textNode("text");
            case BOOLEAN -> factory.booleanNode(true);
            case INTEGER, DECIMAL -> factory.numberNode(7);
            case DATE_TIME -> factory.textNode("2026-01-31T08:00:00Z");
            case BINARY -> factory.textNode("QUJD");
            case COMPLEX -> throw new IllegalArgumentException();
        };
    }
}
