package org.scimsuite.core.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.schema.SchemaDocuments;
import org.scimsuite.core.schema.SchemaRegistry;

/** What the server can do (RFC 7644 §4). */
final class DiscoveryEndpoint {

    private static final String CONFIG_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

    private final SchemaRegistry registry;

    DiscoveryEndpoint(SchemaRegistry registry) {
        this.registry = registry;
    }

    ScimResponse schemas(ScimRequest request) {
        refuseFilter(request);
        List<Json.Part> documents = registry.schemas().stream()
                .map(schema -> (Json.Part) json -> SchemaDocuments.write(json, schema, request.baseUri()))
                .toList();
        return ListResponses.of(documents);
    }

    ScimResponse schema(ScimRequest request, String uri) {
        refuseFilter(request);
        return registry.schema(uri)
                .map(schema -> ok(SchemaDocuments.schema(schema, request.baseUri())))
                .orElseThrow(() -> notFound("There is no schema of that name. GET /Schemas lists all."));
    }

    ScimResponse resourceTypes(ScimRequest request) {
        refuseFilter(request);
        List<Json.Part> documents = registry.resourceTypes().stream()
                .map(type -> (Json.Part) json -> SchemaDocuments.write(json, type, request.baseUri()))
                .toList();
        return ListResponses.of(documents);
    }

    ScimResponse resourceType(ScimRequest request, String name) {
        refuseFilter(request);
        return registry.resourceType(name)
                .map(type -> ok(SchemaDocuments.resourceType(type, request.baseUri())))
                .orElseThrow(() -> notFound("There is no resource type of that name. GET /ResourceTypes lists all."));
    }

    ScimResponse serviceProviderConfig(ScimRequest request) {
        refuseFilter(request);
        return ok(Json.bytes(json -> writeConfig(json, request.baseUri())));
    }

    private static void writeConfig(JsonGenerator json, String baseUri) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("schemas");
        json.writeString(CONFIG_SCHEMA);
        json.writeEndArray();
        writeSupported(json, "patch", true);
        json.writeObjectFieldStart("bulk");
        json.writeBooleanField("supported", true);
        json.writeNumberField("maxOperations", BulkEndpoint.MAX_OPERATIONS);
        json.writeNumberField("maxPayloadSize", ScimServer.MAX_BODY_BYTES);
        json.writeEndObject();
        json.writeObjectFieldStart("filter");
        json.writeBooleanField("supported", true);
        json.writeNumberField("maxResults", Paging.MAX_COUNT);
        json.writeEndObject();
        writeSupported(json, "changePassword", false);
        writeSupported(json, "sort", true);
        writeSupported(json, "etag", true);
        json.writeObjectFieldStart("pagination");
        json.writeBooleanField("cursor", true);
        json.writeBooleanField("index", true);
        json.writeStringField("defaultPaginationMethod", "index");
        json.writeNumberField("defaultPageSize", Paging.DEFAULT_COUNT);
        json.writeNumberField("maxPageSize", Paging.MAX_COUNT);
        json.writeNumberField("cursorTimeout", Cursors.TIMEOUT.toSeconds());
        json.writeEndObject();
        json.writeArrayFieldStart("authenticationSchemes");
        json.writeStartObject();
        json.writeStringField("type", "oauthbearertoken");
        json.writeStringField("name", "Bearer token");
        json.writeStringField("description", "A token that an administrator issues for a connection (RFC 6750).");
        json.writeStringField("specUri", "https://www.rfc-editor.org/rfc/rfc6750");
        json.writeBooleanField("primary", true);
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("meta");
        json.writeStringField("resourceType", "ServiceProviderConfig");
        json.writeStringField("location", baseUri + "/ServiceProviderConfig");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeSupported(JsonGenerator json, String feature, Object supported) throws IOException {
        json.writeObjectFieldStart(feature);
        json.writeObjectField("supported", supported);
        json.writeEndObject();
    }

    /** RFC 7644 §4: otherwise the list would look complete and not be. */
    private static void refuseFilter(ScimRequest request) {
        if (request.queryParameter("filter").isPresent()) {
            throw new ScimException(
                    ScimError.of(403, "This endpoint cannot be filtered. Leave the filter parameter out."));
        }
    }

    private static ScimException notFound(String detail) {
        return new ScimException(ScimError.of(404, detail));
    }

    private static ScimResponse ok(byte[] body) {
        return ScimResponse.json(200, Map.of("Content-Type", ScimResponse.MEDIA_TYPE), body);
    }
}
