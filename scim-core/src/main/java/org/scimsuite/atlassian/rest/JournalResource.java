package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What came in, what was decided, what was done. */
@Path("/journal")
@Produces("application/json")
@SystemAdminOnly
public class JournalResource {

    @GET
    public Response latest(
            @QueryParam("connection") String connection,
            @QueryParam("subject") String subject,
            @QueryParam("limit") String limit) {
        return AdminCalls.read(runtime -> AdminJson.array(
                runtime.server()
                        .journal()
                        .latest(given(connection), given(subject), given(limit).map(JournalResource::number)),
                AdminJson::entry));
    }

    private static Optional<String> given(String parameter) {
        return Optional.ofNullable(parameter).filter(value -> !value.isBlank());
    }

    private static int number(String limit) {
        try {
            return Integer.parseInt(limit);
        } catch (NumberFormatException e) {
            throw new AdminRefusal(400, "The limit must be a whole number.");
        }
    }
}
