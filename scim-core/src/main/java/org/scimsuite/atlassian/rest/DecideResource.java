package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.scimsuite.atlassian.wiring.PluginRuntime;
import org.scimsuite.core.admin.MembershipReasons;

/** Tries the mapping in force out. */
@Path("/connections/{id}/decide")
@Produces("application/json")
@SystemAdminOnly
public class DecideResource {

    /** For a person, or else for a group of the provider, which need not exist. */
    @GET
    public Response decide(
            @PathParam("id") String id,
            @QueryParam("person") String person,
            @QueryParam("group") String group,
            @QueryParam("externalId") String externalId) {
        return AdminCalls.read(AdminParameters.given(person)
                .<Function<PluginRuntime, JsonNode>>map(given -> runtime ->
                        ReasonJson.decision(AdminCalls.value(reasons(runtime).decidePerson(id, given))))
                .orElse(runtime -> ReasonJson.decision(AdminCalls.value(reasons(runtime)
                        .decideGroup(
                                id, AdminParameters.required("group", group), AdminParameters.given(externalId))))));
    }

    private static MembershipReasons reasons(PluginRuntime runtime) {
        return runtime.server().mappings().reasons();
    }
}
