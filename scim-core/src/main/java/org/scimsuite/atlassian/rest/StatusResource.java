package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** What this installation is and how it is doing. */
@Path("/status")
@Produces("application/json")
@SystemAdminOnly
public class StatusResource {

    @GET
    public Response status() {
        return AdminCalls.read(AdminJson::status);
    }
}
