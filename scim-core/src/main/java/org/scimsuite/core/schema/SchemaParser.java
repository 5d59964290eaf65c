package org.scimsuite.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.scimsuite.core.schema.InvalidSchemaException.Problem;

/**
 * Reads a schema document (RFC 7643 §7), such as {@link SchemaDocuments} writes. Characteristics that are left out have the
 * defaults of RFC 7643 §2.2; members that say nothing about the schema, such as {@code meta}, are passed over.
 */
public final class SchemaParser {

    /** Of one schema, sub-attributes included. */
    static final int MAX_ATTRIBUTES = 300;

    private static final Pattern URN =
            Pattern.compile("(?i)urn:[a-z0-9][a-z0-9-]{0,31}:[a-z0-9()+,.:=@;$_!*'%/-]{1,200}");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}|\\$ref");

    private final List<Problem> problems = new ArrayList<>();
    private int attributes;

    private SchemaParser() {}

    /**
     * Reads a document.
     *
     * @throws InvalidSchemaException when it cannot be used as a schema
     */
    public static SchemaDefinition parse(JsonNode document) {
        return new SchemaParser().schema(document);
    }

    private SchemaDefinition schema(JsonNode document) {
        String id = text(document, "", "id");
        if (!URN.matcher(id).matches()) {
            problem("id", "must be a URN, such as urn:acme:params:scim:schemas:extension:1.0:User.");
        }
        String name = text(document, "", "name");
        List<AttributeDefinition> definitions = attributes(document, "", "attributes");
        if (!problems.isEmpty()) {
            throw new InvalidSchemaException(problems);
        }
        return new SchemaDefinition(id, name, document.path("description").asText(), definitions);
    }

    private List<AttributeDefinition> attributes(JsonNode owner, String place, String member) {
        JsonNode list = owner.path(member);
        if (!list.isArray() || list.isEmpty()) {
            problem(place + member, "must be a list of at least one attribute.");
            return List.of();
        }
        List<AttributeDefinition> definitions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < list.size(); index++) {
            String here = place + member + "[" + index + "].";
            if (++attributes > MAX_ATTRIBUTES) {
                problem(here, "is one attribute too many; a schema has at most " + MAX_ATTRIBUTES + ".");
                return List.of();
            }
            AttributeDefinition definition = attribute(list.get(index), here);
            if (!names.add(definition.name().toLowerCase(Locale.ROOT))) {
                problem(here + "name", "stands here twice; names are compared without regard to case.");
            }
            definitions.add(definition);
        }
        return problems.isEmpty() ? definitions : List.of();
    }

    private AttributeDefinition attribute(JsonNode node, String place) {
        String name = text(node, place, "name");
        if (!NAME.matcher(name).matches()) {
            problem(place + "name", "must begin with a letter and hold letters, digits, - and _ only.");
        }
        AttributeType type =
                word(node, place, "type", AttributeType.STRING, AttributeType.values(), AttributeType::word);
        AttributeDefinition.Builder builder = AttributeDefinition.attribute(
                name, type, node.path("description").asText());
        if (flag(node, place, "multiValued")) {
            builder.multiValued();
        }
        if (flag(node, place, "required")) {
            builder.required();
        }
        if (flag(node, place, "caseExact")) {
            builder.caseExact();
        }
        builder.mutability(
                word(node, place, "mutability", Mutability.READ_WRITE, Mutability.values(), Mutability::word));
        builder.returned(word(node, place, "returned", Returned.DEFAULT, Returned.values(), Returned::word));
        builder.canonicalValues(texts(node, place, "canonicalValues"));
        builder.referenceTypes(texts(node, place, "referenceTypes"));
        requireNotUnique(node, place);
        subAttributes(node, place, type)
                .ifPresent(parts -> builder.subAttributes(parts.toArray(new AttributeDefinition[0])));
        return builder.build();
    }

    /** Keeping a value unique needs an index of its own, which only the attributes of the RFC have. */
    private void requireNotUnique(JsonNode node, String place) {
        Uniqueness uniqueness = word(node, place, "uniqueness", Uniqueness.NONE, Uniqueness.values(), Uniqueness::word);
        if (uniqueness != Uniqueness.NONE) {
            problem(place + "uniqueness", "must be none: this server does not keep values of an extension unique.");
        }
    }

    private Optional<List<AttributeDefinition>> subAttributes(JsonNode node, String place, AttributeType type) {
        boolean has = node.path("subAttributes").size() > 0;
        if (type != AttributeType.COMPLEX) {
            if (has) {
                problem(place + "subAttributes", "belong to an attribute of type complex only.");
            }
            return Optional.empty();
        }
        for (int index = 0; index < node.path("subAttributes").size(); index++) {
            if (node.at("/subAttributes/" + index + "/type").asText().equalsIgnoreCase("complex")) {
                problem(place + "subAttributes[" + index + "].type", "must not be complex (RFC 7643 §2.3.8).");
                return Optional.empty();
            }
        }
        return Optional.of(attributes(node, place, "subAttributes")).filter(parts -> !parts.isEmpty());
    }

    private String text(JsonNode node, String place, String member) {
        JsonNode value = node.path(member);
        if (!value.isTextual() || value.textValue().isBlank()) {
            problem(place + member, "must be a text.");
            return "";
        }
        return value.textValue();
    }

    private String[] texts(JsonNode node, String place, String member) {
        JsonNode list = node.path(member);
        List<String> texts = new ArrayList<>();
        list.forEach(value -> texts.add(value.asText()));
        boolean allTexts = list.isMissingNode() || list.isArray();
        for (JsonNode value : list) {
            allTexts &= value.isTextual();
        }
        if (!allTexts) {
            problem(place + member, "must be a list of texts.");
        }
        return texts.toArray(new String[0]);
    }

    private boolean flag(JsonNode node, String place, String member) {
        JsonNode value = node.path(member);
        if (!value.isMissingNode() && !value.isBoolean()) {
            problem(place + member, "must be true or false.");
        }
        return value.booleanValue();
    }

    private <E extends Enum<E>> E word(
            JsonNode node, String place, String member, E fallback, E[] all, Function<E, String> word) {
        JsonNode value = Optional.ofNullable(node.get(member))
                .orElseGet(() -> JsonNodeFactory.instance.textNode(word.apply(fallback)));
        Map<String, E> words = Arrays.stream(all).collect(Collectors.toMap(word, Function.identity()));
        E found = words.get(value.asText());
        if (found == null) {
            problem(
                    place + member,
                    "must be one of " + Arrays.stream(all).map(word).collect(Collectors.joining(", ")) + ".");
            return fallback;
        }
        return found;
    }

    private void problem(String place, String sentence) {
        problems.add(new Problem(place, sentence));
    }
}
