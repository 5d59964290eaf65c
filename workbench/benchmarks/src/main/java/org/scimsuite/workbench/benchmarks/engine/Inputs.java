package org.scimsuite.workbench.benchmarks.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the engines are given: examples of RFC 7643 and bodies of PATCH, which are files. */
final class Inputs {

    /** Where the server of the examples is. */
    static final String BASE_URI = "https://example.com/v2";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Inputs() {}

    /** The full user of RFC 7643 §8.2. */
    static ObjectNode fullUser() {
        return asSent("/rfc/user-full.json");
    }

    /** The enterprise user of RFC 7643 §8.3. */
    static ObjectNode enterpriseUser() {
        ObjectNode user = asSent("/rfc/user-enterprise.json");
        ObjectNode extension = (ObjectNode) user.get("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User");
        ((ObjectNode) extension.get("manager")).remove("displayName");
        return user;
    }

    /** As a client sends it: without what only servers set, and without the password, which no engine answers. */
    private static ObjectNode asSent(String file) {
        ObjectNode user = (ObjectNode) read(file);
        user.remove(List.of("id", "meta", "groups", "password"));
        return user;
    }

    static byte[] patch(String name) {
        return bytes(read("/engine/" + name + ".json"));
    }

    /** The id of a member; each is as long as those that servers give. */
    static String memberId(int number) {
        return new UUID(0x2819c2237f76453aL, 0x919d413861900000L + number).toString();
    }

    /** A group of some members. */
    static ObjectNode group(List<String> ids) {
        ObjectNode group = JSON.createObjectNode();
        group.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:Group");
        group.put("displayName", "Tour Guides");
        ArrayNode members = group.putArray("members");
        ids.forEach(id -> members.addObject().put("value", id));
        return group;
    }

    /** As {@link #group}, with all that servers say of a member (RFC 7643 §4.2). */
    static ObjectNode answeredGroup(List<String> ids) {
        ObjectNode group = group(ids);
        for (JsonNode member : group.get("members")) {
            ((ObjectNode) member)
                    .put("$ref", BASE_URI + "/Users/" + member.get("value").textValue())
                    .put("type", "User");
        }
        return group;
    }

    /** A PATCH of one operation. */
    static byte[] patchOf(String op, String path, Optional<JsonNode> value) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:PatchOp");
        ObjectNode operation =
                body.putArray("Operations").addObject().put("op", op).put("path", path);
        value.ifPresent(given -> operation.set("value", given));
        return bytes(body);
    }

    /** The ids of the members that a group has as JSON. */
    static Set<String> memberIds(byte[] group) throws IOException {
        return new HashSet<>(JSON.readTree(group).findValuesAsText("value"));
    }

    /** A resource with other values at some JSON pointers. */
    static ObjectNode with(ObjectNode resource, Map<String, JsonNode> changes) {
        ObjectNode changed = resource.deepCopy();
        changes.forEach((place, value) -> {
            JsonPointer pointer = JsonPointer.compile(place);
            ObjectNode parent = (ObjectNode) changed.at(pointer.head());
            parent.set(pointer.last().getMatchingProperty(), value);
        });
        return changed;
    }

    static byte[] bytes(JsonNode json) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What JSON says of a resource, apart from how it says it, and without the server's {@code meta}. */
    static JsonNode meaning(byte[] json) {
        try {
            ObjectNode resource = (ObjectNode) meaning(JSON.readTree(json));
            resource.remove("meta");
            return resource;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No value is the same as null, and not primary as no word of it. */
    static JsonNode meaning(JsonNode json) {
        if (json instanceof ArrayNode array) {
            ArrayNode result = JSON.createArrayNode();
            array.forEach(element -> result.add(meaning(element)));
            return result;
        }
        if (!(json instanceof ObjectNode object)) {
            return json;
        }
        ObjectNode result = JSON.createObjectNode();
        object.properties().forEach(member -> {
            JsonNode value = meaning(member.getValue());
            boolean notPrimary = member.getKey().equals("primary") && value.isBoolean() && !value.booleanValue();
            if (!value.isNull() && !(value.isContainerNode() && value.isEmpty()) && !notPrimary) {
                result.set(member.getKey(), value);
            }
        });
        return result;
    }

    private static JsonNode read(String file) {
        try (InputStream in = Inputs.class.getResourceAsStream(file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
