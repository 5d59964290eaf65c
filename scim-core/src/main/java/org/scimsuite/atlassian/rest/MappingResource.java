package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.scimsuite.atlassian.wiring.PluginRuntime;
import org.scimsuite.core.admin.MappingAdmin;
import org.scimsuite.core.admin.MappingAdmin.Signing;
import org.scimsuite.core.admin.MappingEdit;
import org.scimsuite.core.admin.MappingPreview;

/**
 * The mapping of a connection. A body is a bundle as it is, so that a problem can be told by its line; what is to be said beside it stands in
 * the parameters.
 */
@Path("/connections/{id}/mapping")
@Produces("application/json")
@SystemAdminOnly
public class MappingResource {

    private static final int DEFAULT_VERSIONS = 20;

    @GET
    public Response current(@PathParam("id") String id) {
        return AdminCalls.read(
                runtime -> MappingJson.bundle(AdminCalls.value(mappings(runtime).current(id))));
    }

    @PUT
    public Response save(
            @Context HttpHeaders headers,
            @PathParam("id") String id,
            @QueryParam("version") String version,
            @QueryParam("comment") String comment,
            String body) {
        return AdminCalls.changeWithBody(
                headers,
                runtime -> AdminCalls.result(
                        mappings(runtime).save(id, bytes(body), edit(runtime, version, comment)),
                        200,
                        MappingJson::saved));
    }

    /** Changes nothing, but has a body. */
    @POST
    @Path("/check")
    public Response check(@Context HttpHeaders headers, @PathParam("id") String id, String body) {
        return AdminCalls.changeWithBody(
                headers,
                runtime -> AdminCalls.result(
                        mappings(runtime).check(id, bytes(body)),
                        200,
                        report -> MappingJson.report(report, runtime.build().product())));
    }

    /** As {@link #save}, with what is to be said about a bundle from elsewhere. */
    @POST
    @Path("/import")
    public Response importBundle(
            @Context HttpHeaders headers,
            @PathParam("id") String id,
            @QueryParam("version") String version,
            @QueryParam("comment") String comment,
            String body) {
        return AdminCalls.changeWithBody(headers, runtime -> {
            MappingEdit edit = edit(runtime, version, comment);
            var report = AdminCalls.value(mappings(runtime).check(id, bytes(body)));
            return AdminCalls.result(mappings(runtime).save(id, bytes(body), edit), 200, saved -> MappingJson.saved(
                            saved)
                    .set("report", MappingJson.report(report, runtime.build().product())));
        });
    }

    /** The bundle itself, to be kept in a file. */
    @GET
    @Path("/bundle")
    public Response export(@PathParam("id") String id, @QueryParam("signed") String signed) {
        return AdminCalls.text(runtime -> AdminCalls.value(mappings(runtime)
                .export(id, AdminParameters.flag("signed", signed) ? Signing.SIGNED : Signing.UNSIGNED)));
    }

    @GET
    @Path("/versions")
    public Response versions(@PathParam("id") String id, @QueryParam("limit") String limit) {
        return AdminCalls.read(runtime -> AdminJson.array(
                AdminCalls.value(mappings(runtime).history(id, AdminParameters.limit(limit, DEFAULT_VERSIONS))),
                MappingJson::past));
    }

    @GET
    @Path("/versions/{version}")
    public Response version(@PathParam("id") String id, @PathParam("version") String version) {
        return AdminCalls.read(runtime -> MappingJson.bundle(
                AdminCalls.value(mappings(runtime).find(id, AdminParameters.number("version", version)))));
    }

    /** @param expected the version in force that the administrator saw */
    @POST
    @Path("/versions/{version}/return")
    public Response returnTo(
            @Context HttpHeaders headers,
            @PathParam("id") String id,
            @PathParam("version") String version,
            @QueryParam("version") String expected,
            @QueryParam("comment") String comment) {
        return AdminCalls.change(
                headers,
                runtime -> AdminCalls.result(
                        mappings(runtime)
                                .returnTo(
                                        id,
                                        AdminParameters.number("version", version),
                                        edit(runtime, expected, comment)),
                        200,
                        MappingJson::saved));
    }

    @POST
    @Path("/previews")
    public Response startPreview(@Context HttpHeaders headers, @PathParam("id") String id, String body) {
        return AdminCalls.changeWithBody(
                headers,
                runtime -> AdminCalls.result(
                        runtime.server().mappings().previews().start(id, bytes(body), runtime.callerName()),
                        202,
                        preview -> preview(runtime, preview, "")));
    }

    /** @param text only lines about a person or group whose name holds it */
    @GET
    @Path("/previews")
    public Response preview(@PathParam("id") String id, @QueryParam("search") String text) {
        return AdminCalls.read(runtime -> preview(
                runtime,
                AdminCalls.value(runtime.server().mappings().previews().find(id)),
                AdminParameters.given(text).orElse("")));
    }

    @DELETE
    @Path("/previews")
    public Response stopPreview(@Context HttpHeaders headers, @PathParam("id") String id) {
        return AdminCalls.change(
                headers,
                runtime -> AdminCalls.result(
                        runtime.server().mappings().previews().stop(id),
                        200,
                        preview -> preview(runtime, preview, "")));
    }

    private static ObjectNode preview(PluginRuntime runtime, MappingPreview preview, String text) {
        long current = AdminCalls.value(mappings(runtime).current(preview.connectionId()))
                .version();
        return MappingJson.preview(
                        preview,
                        AdminCalls.value(runtime.server().mappings().previews().lines(preview.connectionId(), text)))
                .put("outdated", current != preview.baseVersion());
    }

    private static MappingAdmin mappings(PluginRuntime runtime) {
        return runtime.server().mappings().mappings();
    }

    private static MappingEdit edit(PluginRuntime runtime, String version, String comment) {
        return new MappingEdit(
                AdminParameters.number("version", version),
                runtime.callerName(),
                AdminParameters.given(comment).orElse(""));
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
