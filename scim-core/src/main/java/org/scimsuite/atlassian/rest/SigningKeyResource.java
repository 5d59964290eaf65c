package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The key that this installation signs bundles with; only its public half is ever shown. */
@Path("/signing-key")
@Produces("application/json")
@SystemAdminOnly
public class SigningKeyResource {

    @GET
    public Response find() {
        return AdminCalls.read(runtime -> runtime.server()
                .mappings()
                .signingKey()
                .find()
                .map(MappingJson::signingKey)
                .orElseThrow(() -> new AdminRefusal(404, "This installation has no signing key yet.")));
    }

    @POST
    public Response make(@Context HttpHeaders headers) {
        return AdminCalls.change(
                headers,
                runtime -> AdminCalls.result(
                        runtime.server().mappings().signingKey().make(), 201, MappingJson::signingKey));
    }
}
