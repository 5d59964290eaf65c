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
import org.scimsuite.core.admin.ConnectionDraft;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.connection.ProtocolSettings;
import org.scimsuite.core.dialect.Tolerance;

/** Connections: one identity provider, joined to one directory. */
@Path("/connections")
@Produces("application/json")
@SystemAdminOnly
public class ConnectionsResource {

    @GET
    public Response list() {
        return AdminCalls.read(
                runtime -> AdminJson.array(runtime.server().connections().list(), AdminJson::connection));
    }

    @POST
    public Response create(@Context HttpHeaders headers, String body) {
        return AdminCalls.changeWithBody(headers, runtime -> {
            AdminInput input = AdminInput.of(body);
            ConnectionDraft draft = draft(input);
            input.finish();
            return AdminCalls.result(runtime.server().connections().create(draft), 201, AdminJson::connection);
        });
    }

    @GET
    @Path("/{id}")
    public Response find(@PathParam("id") String id) {
        return AdminCalls.read(runtime -> runtime.server()
                .connections()
                .find(id)
                .map(AdminJson::connection)
                .orElseThrow(() -> new AdminRefusal(404, "There is no connection of this id.")));
    }

    @PUT
    @Path("/{id}")
    public Response update(@Context HttpHeaders headers, @PathParam("id") String id, String body) {
        return AdminCalls.changeWithBody(headers, runtime -> {
            AdminInput input = AdminInput.of(body);
            input.require(
                    "deletePolicy",
                    "mode",
                    "dialect",
                    "switchedOff",
                    "unknownAttributes",
                    "requestsPerSecond",
                    "successor");
            ConnectionDraft draft = draft(input);
            long version = input.number("version");
            input.finish();
            return AdminCalls.result(
                    runtime.server().connections().update(id, version, draft), 200, AdminJson::connection);
        });
    }

    @DELETE
    @Path("/{id}")
    public Response delete(@Context HttpHeaders headers, @PathParam("id") String id) {
        return AdminCalls.change(
                headers,
                runtime -> AdminCalls.removed(runtime.server().connections().delete(id)));
    }

    private static ConnectionDraft draft(AdminInput input) {
        return new ConnectionDraft(
                input.text("name"),
                input.number("directoryId"),
                input.word("deletePolicy", DeletePolicy.DEACTIVATE),
                input.word("mode", ConnectionMode.LIVE),
                protocol(input),
                input.optionalNumber("requestsPerSecond").orElse(Connection.DEFAULT_REQUESTS_PER_SECOND),
                input.optionalText("successor"));
    }

    private static ProtocolSettings protocol(AdminInput input) {
        return new ProtocolSettings(
                input.word("dialect", ProtocolSettings.COMPATIBLE.strictness()),
                input.words("switchedOff", Tolerance.class),
                input.word("unknownAttributes", ProtocolSettings.COMPATIBLE.unknownAttributes()));
    }
}
