package org.scimsuite.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PATCH as RFC 7644 §3.5.2 tells it, on a JSON tree and without a schema. Knows only what the property test uses: texts,
 * parts of a name, and e-mail addresses selected by type.
 */
final class PatchModel {

    private static final Pattern SELECTED = Pattern.compile("emails\\[type eq \"(\\w+)\"](?:\\.(\\w+))?");

    private PatchModel() {}

    /** One operation of a body. */
    record Step(String op, String path, JsonNode value) {

        static Step of(String op, String path, JsonNode value) {
            return new Step(op, path, value);
        }

        ObjectNode json() {
            ObjectNode json =
                    JsonNodeFactory.instance.objectNode().put("op", op).put("path", path);
            if (!value.isNull()) {
                json.set("value", value);
            }
            return json;
        }
    }

    /** The patched user; empty when an operation is refused, and with it all of them. */
    static Optional<ObjectNode> apply(ObjectNode user, List<Step> steps) {
        ObjectNode result = user.deepCopy();
        for (Step step : steps) {
            if (!apply(result, step)) {
                return Optional.empty();
            }
        }
        return Optional.of(result);
    }

    private static boolean apply(ObjectNode user, Step step) {
        Matcher selected = SELECTED.matcher(step.path());
        if (selected.matches()) {
            return select(user, step, selected.group(1), Optional.ofNullable(selected.group(2)));
        }
        if (step.op().equals("remove")) {
            return remove(user, step.path());
        }
        if (step.path().startsWith("name.")) {
            user.withObject("/name").set(step.path().substring(5), step.value());
        } else if (step.path().equals("emails") && step.op().equals("add")) {
            step.value().forEach(email -> addEmail(user, (ObjectNode) email));
        } else {
            user.set(step.path(), step.value().deepCopy());
        }
        return true;
    }

    private static boolean remove(ObjectNode user, String path) {
        if (path.equals("userName")) {
            return false;
        }
        if (!path.startsWith("name.")) {
            user.remove(path);
        } else if (user.get("name") instanceof ObjectNode name) {
            name.remove(path.substring(5));
        }
        return true;
    }

    /** The same value of the same type is not there twice. */
    private static void addEmail(ObjectNode user, ObjectNode email) {
        ArrayNode emails = user.withArray("/emails");
        for (JsonNode present : emails) {
            if (present.get("value").equals(email.get("value"))
                    && present.get("type").equals(email.get("type"))) {
                return;
            }
        }
        emails.add(email.deepCopy());
    }

    /** Strictly, a filter that selects nothing is an error. */
    private static boolean select(ObjectNode user, Step step, String type, Optional<String> part) {
        ArrayNode remaining = JsonNodeFactory.instance.arrayNode();
        boolean found = false;
        for (JsonNode email : user.path("emails")) {
            boolean matches = email.path("type").asText().equals(type);
            found |= matches;
            if (matches && part.isPresent()) {
                change((ObjectNode) email, step, part.get());
            }
            if (!matches || part.isPresent()) {
                remaining.add(email);
            }
        }
        if (found) {
            user.set("emails", remaining);
        }
        return found;
    }

    private static void change(ObjectNode email, Step step, String part) {
        if (step.op().equals("remove")) {
            email.remove(part);
        } else {
            email.set(part, step.value());
        }
    }
}
