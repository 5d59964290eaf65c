package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The seats of the product's licence. */
@Path("/seats")
@Produces("application/json")
@SystemAdminOnly
public class SeatsResource {

    @GET
    public Response list() {
        return AdminCalls.read(runtime -> AdminJson.array(runtime.server().seats(), AdminJson::seats));
    }
}
