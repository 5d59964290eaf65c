package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.scimsuite.core.store.ParkedMember;

/** Members who are not there yet. */
@Path("/connections/{id}/parked")
@Produces("application/json")
@SystemAdminOnly
public class ParkedResource {

    private static final int DEFAULT_PAGE = 100;

    /** The next page is asked for with what {@code next} of the last one has. */
    @GET
    public Response parked(
            @PathParam("id") String id,
            @QueryParam("groupId") String groupId,
            @QueryParam("memberId") String memberId,
            @QueryParam("since") String since,
            @QueryParam("limit") String limit) {
        return AdminCalls.read(runtime -> ReasonJson.parked(AdminCalls.value(runtime.server()
                .mappings()
                .parked()
                .page(id, after(groupId, memberId, since), AdminParameters.limit(limit, DEFAULT_PAGE)))));
    }

    private static Optional<ParkedMember> after(String groupId, String memberId, String since) {
        if (groupId == null && memberId == null && since == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ParkedMember(
                    AdminParameters.required("groupId", groupId),
                    AdminParameters.required("memberId", memberId),
                    Instant.parse(AdminParameters.required("since", since))));
        } catch (DateTimeParseException e) {
            throw new AdminRefusal(400, "The parameter \"since\" must be a time such as 2026-01-31T12:00:00Z.");
        }
    }
}
