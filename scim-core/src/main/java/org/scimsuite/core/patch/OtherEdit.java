package org.scimsuite.core.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.patch.PatchOperation.Action;
import org.scimsuite.core.resource.OtherAttributes;

/**
 * An operation on an attribute that no schema of this server has and that is kept all the same. Without a schema its value is
 * plain JSON: add puts elements to a list and members to an object, everything else is replaced as a whole.
 *
 * @param path a name, the URI of an extension, or an attribute behind such a URI
 * @param value empty for a removal
 */
record OtherEdit(Action action, String path, Optional<JsonNode> value) {

    OtherAttributes apply(OtherAttributes current) {
        Optional<JsonNode> before = current.get(path);
        int colon = path.lastIndexOf(':');
        boolean whole = colon < 0
                || before.isPresent()
                || value.filter(JsonNode::isObject).isPresent();
        if (whole) {
            return after(before).map(after -> current.with(path, after)).orElseGet(() -> current.without(path));
        }
        String uri = path.substring(0, colon);
        return current.with(uri, withMember(current.get(uri), path.substring(colon + 1)));
    }

    /** An extension with one attribute changed. */
    private ObjectNode withMember(Optional<JsonNode> extension, String name) {
        ObjectNode object = extension
                .filter(JsonNode::isObject)
                .map(node -> (ObjectNode) node.deepCopy())
                .orElseGet(JsonNodeFactory.instance::objectNode);
        String key = keyOf(object, name);
        after(Optional.ofNullable(object.get(key)))
                .filter(node -> !node.isNull())
                .ifPresentOrElse(node -> object.set(key, node), () -> object.remove(key));
        return object;
    }

    /** Names in any case mean the same attribute (RFC 7643 §2.1). */
    private static String keyOf(ObjectNode object, String name) {
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }

    private Optional<JsonNode> after(Optional<JsonNode> before) {
        return action == Action.ADD && before.isPresent() && value.isPresent()
                ? Optional.of(added(before.get(), value.get()))
                : value;
    }

    private static JsonNode added(JsonNode before, JsonNode given) {
        if (before.isArray()) {
            ArrayNode all = before.deepCopy();
            for (JsonNode element : given.isArray() ? given : all.arrayNode().add(given)) {
                if (!contains(all, element)) {
                    all.add(element);
                }
            }
            return all;
        }
        if (before.isObject() && given.isObject()) {
            ObjectNode merged = before.deepCopy();
            return merged.setAll((ObjectNode) given);
        }
        return given;
    }

    private static boolean contains(ArrayNode all, JsonNode element) {
        for (JsonNode other : all) {
            if (other.equals(element)) {
                return true;
            }
        }
        return false;
    }
}
