package org.scimsuite.core.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The documents of {@code /Schemas} and {@code /ResourceTypes} (RFC 7643 §6, §7), rendered from the attribute table. */
public final class SchemaDocuments {

    /** The schema of a schema document. */
    public static final String SCHEMA_URI = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    /** The schema of a resource type document. */
    public static final String RESOURCE_TYPE_URI = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    private static final JsonFactory JSON = new JsonFactory();

    private SchemaDocuments() {}

    /**
     * One schema as JSON.
     *
     * @param baseUri the public base URI without a trailing slash
     */
    public static byte[] schema(SchemaDefinition schema, String baseUri) {
        return bytes(json -> write(json, schema, baseUri));
    }

    /**
     * One resource type as JSON.
     *
     * @param baseUri the public base URI without a trailing slash
     */
    public static byte[] resourceType(ResourceType type, String baseUri) {
        return bytes(json -> write(json, type, baseUri));
    }

    /** Writes a schema, for lists of them. */
    public static void write(JsonGenerator json, SchemaDefinition schema, String baseUri) throws IOException {
        json.writeStartObject();
        writeStrings(json, "schemas", List.of(SCHEMA_URI));
        json.writeStringField("id", schema.id());
        json.writeStringField("name", schema.name());
        json.writeStringField("description", schema.description());
        writeAttributes(json, "attributes", schema.attributes());
        writeMeta(json, "Schema", baseUri + "/Schemas/" + schema.id());
        json.writeEndObject();
    }

    /** Writes a resource type, for lists of them. */
    public static void write(JsonGenerator json, ResourceType type, String baseUri) throws IOException {
        json.writeStartObject();
        writeStrings(json, "schemas", List.of(RESOURCE_TYPE_URI));
        json.writeStringField("id", type.name());
        json.writeStringField("name", type.name());
        json.writeStringField("endpoint", type.endpoint());
        json.writeStringField("description", type.description());
        json.writeStringField("schema", type.schema().id());
        json.writeArrayFieldStart("schemaExtensions");
        for (SchemaExtension extension : type.extensions()) {
            json.writeStartObject();
            json.writeStringField("schema", extension.schema().id());
            json.writeBooleanField("required", extension.required());
            json.writeEndObject();
        }
        json.writeEndArray();
        writeMeta(json, "ResourceType", baseUri + "/ResourceTypes/" + type.name());
        json.writeEndObject();
    }

    private static void writeAttributes(JsonGenerator json, String field, AttributeTable attributes)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (AttributeDefinition attribute : attributes) {
            writeAttribute(json, attribute);
        }
        json.writeEndArray();
    }

    private static void writeAttribute(JsonGenerator json, AttributeDefinition attribute) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", attribute.name());
        json.writeStringField("type", attribute.type().word());
        json.writeBooleanField("multiValued", attribute.multiValued());
        json.writeStringField("description", attribute.description());
        json.writeBooleanField("required", attribute.required());
        if (!attribute.canonicalValues().isEmpty()) {
            writeStrings(json, "canonicalValues", attribute.canonicalValues());
        }
        json.writeBooleanField("caseExact", attribute.caseExact());
        json.writeStringField("mutability", attribute.mutability().word());
        json.writeStringField("returned", attribute.returned().word());
        json.writeStringField("uniqueness", attribute.uniqueness().word());
        if (attribute.type() == AttributeType.REFERENCE) {
            writeStrings(json, "referenceTypes", attribute.referenceTypes());
        }
        if (attribute.complex()) {
            writeAttributes(json, "subAttributes", attribute.subAttributes());
        }
        json.writeEndObject();
    }

    private static void writeMeta(JsonGenerator json, String resourceType, String location) throws IOException {
        json.writeObjectFieldStart("meta");
        json.writeStringField("resourceType", resourceType);
        json.writeStringField("location", location);
        json.writeEndObject();
    }

    private static void writeStrings(JsonGenerator json, String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static byte[] bytes(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return out.toByteArray();
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }
}
