package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.scimsuite.core.admin.JournalQueries;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.journal.JournalStore.JournalQuery;

/** What came in, what was decided, what was done. */
@Path("/journal")
@Produces("application/json")
@SystemAdminOnly
public class JournalResource {

    @GET
    public Response latest(
            @QueryParam("connection") String connection,
            @QueryParam("subject") String subject,
            @QueryParam("outcome") String outcome,
            @QueryParam("olderThan") String olderThan,
            @QueryParam("limit") String limit) {
        return AdminCalls.read(runtime -> AdminJson.array(
                runtime.server()
                        .journal()
                        .find(new JournalQuery(
                                AdminParameters.given(connection),
                                AdminParameters.given(subject),
                                AdminParameters.given(outcome).map(JournalResource::outcome),
                                AdminParameters.given(olderThan),
                                JournalQueries.bounded(
                                        AdminParameters.given(limit).map(JournalResource::number)))),
                AdminJson::entry));
    }

    @GET
    @Path("/{id}")
    public Response find(@PathParam("id") String id) {
        return AdminCalls.read(runtime -> runtime.server()
                .journal()
                .find(id)
                .map(AdminJson::entry)
                .orElseThrow(() -> new AdminRefusal(404, "There is no journal entry of this id.")));
    }

    private static Outcome outcome(String word) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new AdminRefusal(400, "The outcome must be one of " + Arrays.toString(Outcome.values()) + "."));
    }

    private static int number(String limit) {
        try {
            return Integer.parseInt(limit);
        } catch (NumberFormatException e) {
            throw new AdminRefusal(400, "The limit must be a whole number.");
        }
    }
}
