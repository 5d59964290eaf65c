package org.scimsuite.atlassian.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.scimsuite.atlassian.selfcheck.SelfCheckReport;
import org.scimsuite.atlassian.wiring.PluginRuntime;
import org.scimsuite.core.admin.AdminResult.FieldError;
import org.scimsuite.core.admin.DirectoryOverview.DirectorySummary;
import org.scimsuite.core.admin.IssuedToken;
import org.scimsuite.core.connection.AccessToken;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ProtocolSettings;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.store.ExtensionSchema;

/** What the admin API answers. */
final class AdminJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AdminJson() {}

    static String text(JsonNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    static <T> ArrayNode array(List<T> values, Function<T, ? extends JsonNode> json) {
        ArrayNode array = JSON.createArrayNode();
        values.forEach(value -> array.add(json.apply(value)));
        return array;
    }

    static ObjectNode errors(List<FieldError> errors) {
        ObjectNode node = JSON.createObjectNode();
        node.set("errors", array(errors, error -> JSON.createObjectNode()
                .put("field", error.field())
                .put("message", error.message())));
        return node;
    }

    static ObjectNode status(PluginRuntime runtime) {
        ObjectNode node = JSON.createObjectNode()
                .put("version", runtime.build().version())
                .put("generation", runtime.build().generation())
                .put("product", runtime.build().product())
                .put("scimBaseUrl", runtime.address().scimBaseUri());
        SelfCheckReport report = runtime.selfCheck();
        ObjectNode selfCheck =
                node.putObject("selfCheck").put("ok", report.isPassed()).put("checked", report.checked());
        report.problems().forEach(selfCheck.putArray("problems")::add);
        report.remarks().forEach(selfCheck.putArray("remarks")::add);
        runtime.directoryAccess().get().forEach(node.putArray("directoryAccess")::add);
        return node.put("connections", runtime.server().connections().list().size());
    }

    static ObjectNode directory(DirectorySummary summary) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", summary.directory().id())
                .put("name", summary.directory().name())
                .put("kind", summary.directory().kind())
                .put("position", summary.position());
        ArrayNode allowed = node.putArray("allowedOperations");
        summary.directory().allowedOperations().stream()
                .sorted()
                .map(Enum::name)
                .forEach(allowed::add);
        ArrayNode remarks = node.putArray("remarks");
        summary.directory().remarks().forEach(remarks::add);
        ArrayNode warnings = node.putArray("warnings");
        summary.warnings().forEach(warnings::add);
        node.put("usable", summary.obstacle().isEmpty());
        summary.obstacle().ifPresent(obstacle -> node.put("obstacle", obstacle));
        return node;
    }

    static ObjectNode seats(SeatPool pool) {
        ObjectNode node = JSON.createObjectNode().put("pool", pool.name());
        pool.limit().ifPresentOrElse(limit -> node.put("limit", limit).put("free", pool.free()), () -> {
            node.putNull("limit");
            node.putNull("free");
        });
        node.put("taken", pool.taken());
        ArrayNode groups = node.putArray("groups");
        pool.groupKeys().stream().sorted().forEach(groups::add);
        ArrayNode directories = node.putArray("openDirectories");
        pool.openDirectories().stream().sorted().forEach(directories::add);
        return node;
    }

    static ObjectNode connection(Connection connection) {
        ProtocolSettings protocol = connection.protocol();
        ObjectNode node = JSON.createObjectNode()
                .put("id", connection.id())
                .put("name", connection.name())
                .put("directoryId", connection.directoryId())
                .put("deletePolicy", connection.deletePolicy().name())
                .put("mode", connection.mode().name())
                .put("dialect", protocol.strictness().name());
        ArrayNode switchedOff = node.putArray("switchedOff");
        protocol.switchedOff().stream().map(Enum::name).forEach(switchedOff::add);
        return node.put("unknownAttributes", protocol.unknownAttributes().name())
                .put("requestsPerSecond", connection.requestsPerSecond())
                .put("successor", connection.successor().orElse(null))
                .put("createdAt", connection.createdAt().toString())
                .put("version", connection.version());
    }

    static ObjectNode extensionSchema(ExtensionSchema schema) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", schema.uri())
                .put("resourceType", schema.resourceType())
                .put("required", schema.required());
        node.putRawValue("schema", new RawValue(schema.document()));
        return node.put("version", schema.version());
    }

    static ObjectNode token(AccessToken token) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", token.id())
                .put("label", token.label())
                .put("scope", token.scope().name())
                .put("createdAt", token.createdAt().toString());
        put(node, "expiresAt", token.expiresAt());
        put(node, "lastUsedAt", token.lastUsedAt());
        put(node, "revokedAt", token.revokedAt());
        return node;
    }

    /** With the token itself: the only answer that has it. */
    static ObjectNode issued(IssuedToken issued) {
        return token(issued.token()).put("token", issued.text());
    }

    static ObjectNode entry(JournalEntry entry) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", entry.id())
                .put("receivedAt", entry.receivedAt().toString())
                .put("connectionId", entry.connectionId().orElse(null))
                .put("tokenId", entry.tokenId().orElse(null))
                .put("method", entry.method())
                .put("path", entry.path())
                .put("status", entry.status())
                .put("outcome", entry.outcome().name())
                .put("scimType", entry.scimType().orElse(null))
                .put("detail", entry.detail().orElse(null))
                .put("subjectId", entry.subjectId().orElse(null))
                .put("subjectName", entry.subjectName().orElse(null));
        entry.notes().forEach(node.putArray("notes")::add);
        entry.plan().forEach(node.putArray("plan")::add);
        return node.put("body", entry.body())
                .put("durationMillis", entry.duration().toMillis());
    }

    private static void put(ObjectNode node, String name, Optional<Instant> when) {
        node.put(name, when.map(Instant::toString).orElse(null));
    }
}
