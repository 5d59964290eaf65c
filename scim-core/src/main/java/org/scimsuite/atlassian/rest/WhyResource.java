package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Why somebody is in a local group, or why not. */
@Path("/connections/{id}/why")
@Produces("application/json")
@SystemAdminOnly
public class WhyResource {

    /** @param person a SCIM id, or a name in the directory */
    @GET
    public Response why(
            @PathParam("id") String id, @QueryParam("person") String person, @QueryParam("group") String group) {
        return AdminCalls.read(runtime -> ReasonJson.reason(AdminCalls.value(runtime.server()
                .mappings()
                .reasons()
                .why(id, AdminParameters.required("person", person), AdminParameters.required("group", group)))));
    }
}
