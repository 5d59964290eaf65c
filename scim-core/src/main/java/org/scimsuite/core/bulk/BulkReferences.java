package org.scimsuite.core.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References to resources that the same bulk request creates (RFC 7644 §3.7.2): wherever an id can stand. That is a whole
 * text, the end of a {@code $ref}, a text in the filter of a PATCH path, and the id in the path of an operation.
 */
public final class BulkReferences {

    private static final String PREFIX = "bulkId:";
    private static final Pattern WHOLE = Pattern.compile("()" + PREFIX + "(.+)", Pattern.DOTALL);
    private static final Pattern END_OF_URI = Pattern.compile("(.*/)" + PREFIX + "([^/]+)", Pattern.DOTALL);
    private static final Pattern IN_FILTER = Pattern.compile("\"" + PREFIX + "([^\"\\\\]+)\"");

    private BulkReferences() {}

    /** The bulkIds an operation refers to, in order of first use. */
    public static Set<String> of(BulkOperation.Sound operation) {
        Set<String> found = new LinkedHashSet<>();
        operation.target().id().ifPresent(id -> replaced(id, WHOLE, noted(found)));
        operation.data().ifPresent(data -> found.addAll(in(data)));
        return found;
    }

    /** The bulkIds that data refers to. */
    static Set<String> in(JsonNode data) {
        Set<String> found = new LinkedHashSet<>();
        resolved(data, noted(found));
        return found;
    }

    /**
     * The data with the ids in the places of the references.
     *
     * @param ids from bulkId to id
     */
    public static JsonNode resolved(JsonNode data, UnaryOperator<String> ids) {
        return resolved("", data, ids);
    }

    /** The id that the path of an operation names. */
    public static String resolved(String id, UnaryOperator<String> ids) {
        return replaced(id, WHOLE, ids);
    }

    private static UnaryOperator<String> noted(Set<String> found) {
        return bulkId -> {
            found.add(bulkId);
            return bulkId;
        };
    }

    private static JsonNode resolved(String name, JsonNode node, UnaryOperator<String> ids) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(member -> copy.set(member.getKey(), resolved(member.getKey(), member.getValue(), ids)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> copy.add(resolved(name, element, ids)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(resolvedText(name, node.textValue(), ids)) : node;
    }

    private static String resolvedText(String name, String text, UnaryOperator<String> ids) {
        if (text.startsWith(PREFIX)) {
            return replaced(text, WHOLE, ids);
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "$ref" -> replaced(text, END_OF_URI, ids);
            case "path" -> IN_FILTER.matcher(text).replaceAll(match -> quoted(match.group(1), ids));
            default -> text;
        };
    }

    private static String quoted(String bulkId, UnaryOperator<String> ids) {
        return Matcher.quoteReplacement("\"" + ids.apply(bulkId) + "\"");
    }

    private static String replaced(String text, Pattern reference, UnaryOperator<String> ids) {
        Matcher match = reference.matcher(text);
        return match.matches() ? match.group(1) + ids.apply(match.group(2)) : text;
    }
}
