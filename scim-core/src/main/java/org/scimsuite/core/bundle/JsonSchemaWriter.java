package org.scimsuite.core.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.scimsuite.core.bundle.Shape.AnyObject;
import org.scimsuite.core.bundle.Shape.Choice;
import org.scimsuite.core.bundle.Shape.ListOf;
import org.scimsuite.core.bundle.Shape.MapOf;
import org.scimsuite.core.bundle.Shape.Member;
import org.scimsuite.core.bundle.Shape.ObjectOf;
import org.scimsuite.core.bundle.Shape.Presence;
import org.scimsuite.core.bundle.Shape.Text;
import org.scimsuite.core.bundle.Shape.TypedObject;

/** The form of bundles as a JSON Schema (draft 2020-12), for editors and other tools. */
public final class JsonSchemaWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonSchemaWriter() {}

    /** The published document, with a line break at its end. */
    public static String write() {
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "SCIM Suite mapping bundle, version " + BundleShape.VERSION);
        root.setAll(schema(BundleShape.BUNDLE));
        return PrettyJson.write(root);
    }

    private static ObjectNode schema(Shape shape) {
        ObjectNode node = JSON.objectNode();
        if (shape instanceof Text text) {
            node.put("type", "string").put("maxLength", text.maxLength());
            if (!text.description().isEmpty()) {
                node.put("description", text.description());
            }
        } else if (shape instanceof Shape.Constant number) {
            node.put("const", number.value());
        } else if (shape instanceof Choice choice) {
            choice.words().forEach(node.putArray("enum")::add);
        } else if (shape instanceof ListOf list) {
            node.put("type", "array").put("maxItems", list.max());
            node.set("items", schema(list.element()));
        } else if (shape instanceof MapOf map) {
            node.put("type", "object").put("maxProperties", map.max());
            node.set("additionalProperties", schema(map.value()));
        } else if (shape instanceof ObjectOf object) {
            object(object, node);
        } else if (shape instanceof TypedObject typed) {
            ArrayNode alternatives = node.putArray("oneOf");
            typed.types().values().forEach(type -> alternatives.add(schema(type)));
        } else if (shape instanceof AnyObject) {
            node.put("type", "object");
        }
        return node;
    }

    private static void object(ObjectOf object, ObjectNode node) {
        node.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = node.putArray("required");
        for (Member member : object.members()) {
            properties.set(member.name(), schema(member.shape()));
            if (member.presence() == Presence.REQUIRED) {
                required.add(member.name());
            }
        }
    }
}
