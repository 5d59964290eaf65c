package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.scimsuite.core.admin.ConnectionHealth;
import org.scimsuite.core.admin.HealthOverview;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.journal.JournalTally;

/** Whether the connections are alive. */
@Path("/overview")
@Produces("application/json")
@SystemAdminOnly
public class OverviewResource {

    private static final ObjectMapper JSON = new ObjectMapper();

    @GET
    public Response overview() {
        return AdminCalls.read(runtime -> {
            HealthOverview health = runtime.server().health();
            ObjectNode node = JSON.createObjectNode().put("turnedAway", health.turnedAway());
            node.set("connections", AdminJson.array(health.connections(), OverviewResource::connection));
            return node;
        });
    }

    private static ObjectNode connection(ConnectionHealth health) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", health.connection().id())
                .put("name", health.connection().name())
                .put("mode", health.connection().mode().name())
                .put("directoryId", health.connection().directoryId())
                .put("directoryName", health.directoryName().orElse(null))
                .put(
                        "lastContactAt",
                        health.lastContact().map(Instant::toString).orElse(null));
        node.set("lastDay", tally(health.lastDay()));
        node.putObject("tokens")
                .put("valid", health.tokens().valid())
                .put("expired", health.tokens().expired())
                .put(
                        "oldestCreatedAt",
                        health.tokens().oldest().map(Instant::toString).orElse(null))
                .put(
                        "lastExpiresAt",
                        health.tokens().lastExpiry().map(Instant::toString).orElse(null));
        node.put("parked", health.parked());
        ObjectNode tasks = node.putObject("tasks");
        health.tasks().forEach((state, count) -> tasks.put(state.name(), count));
        return node.put("advice", health.advice().map(Enum::name).orElse(null));
    }

    private static ObjectNode tally(JournalTally tally) {
        ObjectNode node = JSON.createObjectNode().put("requests", tally.total());
        for (Outcome outcome : Outcome.values()) {
            node.put(outcome.name(), tally.of(outcome));
        }
        return node;
    }
}
