package org.scimsuite.core.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.scimsuite.core.schema.ResourceType;

/**
 * A creation in a circle, in two parts (RFC 7644 §3.7.1): the resource without what refers to resources that are not there
 * yet, and the operations of a PATCH that adds it later.
 *
 * @param now elements of lists that refer to them are left out, other attributes as a whole
 * @param later empty when nothing was left out
 */
public record CircularCreation(JsonNode now, ArrayNode later) {

    /**
     * Divides a creation.
     *
     * @param absent the bulkIds of the resources that are not there yet
     */
    public static CircularCreation of(JsonNode data, Set<String> absent, ResourceType type) {
        ObjectNode now = JsonNodeFactory.instance.objectNode();
        CircularCreation divided = new CircularCreation(now, JsonNodeFactory.instance.arrayNode());
        for (Map.Entry<String, JsonNode> member : data.properties()) {
            String name = member.getKey();
            if (type.extension(name).isPresent() && member.getValue().isObject()) {
                ObjectNode extension = now.putObject(name);
                member.getValue().properties().forEach(inner -> divided.place(extension, name + ":", inner, absent));
            } else {
                divided.place(now, "", member, absent);
            }
        }
        return divided;
    }

    private void place(ObjectNode target, String prefix, Map.Entry<String, JsonNode> member, Set<String> absent) {
        JsonNode value = member.getValue();
        String path = prefix + member.getKey();
        if (!refers(value, absent)) {
            target.set(member.getKey(), value);
        } else if (value.isArray()) {
            ArrayNode kept = target.putArray(member.getKey());
            ArrayNode missing = add(path).putArray("value");
            value.forEach(element -> (refers(element, absent) ? missing : kept).add(element));
        } else {
            add(path).set("value", value);
        }
    }

    private ObjectNode add(String path) {
        return later.addObject().put("op", "add").put("path", path);
    }

    private static boolean refers(JsonNode value, Set<String> absent) {
        return !Collections.disjoint(BulkReferences.in(value), absent);
    }
}
