package org.scimsuite.workbench.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that {@code ${name}} stands for during one play. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    private final Map<String, String> values = new HashMap<>();

    void put(String name, String value) {
        values.put(name, value);
    }

    /** @throws IllegalStateException for a placeholder that no step has captured */
    String resolve(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalStateException("No step has captured ${" + match.group(1) + "}.");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Resolves the placeholders in all texts of a JSON value; what a value holds, quotes included, stays one text. */
    JsonNode resolve(JsonNode json) {
        if (json.isTextual()) {
            return TextNode.valueOf(resolve(json.textValue()));
        } else if (json.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(member -> object.set(member.getKey(), resolve(member.getValue())));
            return object;
        } else if (json.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            json.forEach(element -> array.add(resolve(element)));
            return array;
        }
        return json;
    }

    /** Returns the text for a reader: the mail domain is filled in, captured ids stay names. */
    String readable(String text) {
        return PLACEHOLDER
                .matcher(text.replace("${domain}", values.getOrDefault("domain", "")))
                .replaceAll("{$1}");
    }
}
