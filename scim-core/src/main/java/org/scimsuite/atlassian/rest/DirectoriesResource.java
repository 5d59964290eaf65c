package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The product's user directories. */
@Path("/directories")
@Produces("application/json")
@SystemAdminOnly
public class DirectoriesResource {

    @GET
    public Response list() {
        return AdminCalls.read(
                runtime -> AdminJson.array(runtime.server().directories().directories(), AdminJson::directory));
    }
}
