package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.scimsuite.core.admin.SchemaDraft;

/** Schemas that extend those of the RFC; the URI of a schema is its id here. */
@Path("/schemas")
@Produces("application/json")
@SystemAdminOnly
public class SchemasResource {

    @GET
    public Response list() {
        return AdminCalls.read(
                runtime -> AdminJson.array(runtime.server().schemas().list(), AdminJson::extensionSchema));
    }

    @POST
    public Response create(@Context HttpHeaders headers, String body) {
        return AdminCalls.changeWithBody(headers, runtime -> {
            AdminInput input = AdminInput.of(body);
            SchemaDraft draft = draft(input);
            input.finish();
            return AdminCalls.result(runtime.server().schemas().create(draft), 201, AdminJson::extensionSchema);
        });
    }

    @GET
    @Path("/{uri}")
    public Response find(@PathParam("uri") String uri) {
        return AdminCalls.read(runtime -> runtime.server()
                .schemas()
                .find(uri)
                .map(AdminJson::extensionSchema)
                .orElseThrow(() -> new AdminRefusal(404, "There is no extension schema of this id.")));
    }

    @PUT
    @Path("/{uri}")
    public Response update(@Context HttpHeaders headers, @PathParam("uri") String uri, String body) {
        return AdminCalls.changeWithBody(headers, runtime -> {
            AdminInput input = AdminInput.of(body);
            input.require("required");
            SchemaDraft draft = draft(input);
            long version = input.number("version");
            input.finish();
            return AdminCalls.result(
                    runtime.server().schemas().update(uri, version, draft), 200, AdminJson::extensionSchema);
        });
    }

    @DELETE
    @Path("/{uri}")
    public Response delete(@Context HttpHeaders headers, @PathParam("uri") String uri) {
        return AdminCalls.change(
                headers,
                runtime -> AdminCalls.removed(runtime.server().schemas().delete(uri)));
    }

    private static SchemaDraft draft(AdminInput input) {
        return new SchemaDraft(input.text("resourceType"), input.flag("required"), input.object("schema"));
    }
}
