package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.scimsuite.atlassian.wiring.PluginRuntime;
import org.scimsuite.core.admin.AlignmentTasks;

/** What is still to be done about memberships of local groups. */
@Path("/connections/{id}/tasks")
@Produces("application/json")
@SystemAdminOnly
public class TasksResource {

    @GET
    public Response list(@PathParam("id") String id) {
        return AdminCalls.read(
                runtime -> AdminJson.array(AdminCalls.value(tasks(runtime).list(id)), MappingJson::task));
    }

    /** Compares everybody with the mapping and the directory once more. */
    @POST
    @Path("/align")
    public Response align(@Context HttpHeaders headers, @PathParam("id") String id) {
        return AdminCalls.change(
                headers,
                runtime ->
                        AdminCalls.result(tasks(runtime).alignAgain(id, runtime.callerName()), 202, MappingJson::task));
    }

    @POST
    @Path("/{taskId}/stop")
    public Response stop(@Context HttpHeaders headers, @PathParam("id") String id, @PathParam("taskId") String taskId) {
        return AdminCalls.change(
                headers, runtime -> AdminCalls.result(tasks(runtime).stop(id, taskId), 200, MappingJson::task));
    }

    @POST
    @Path("/{taskId}/resume")
    public Response resume(
            @Context HttpHeaders headers, @PathParam("id") String id, @PathParam("taskId") String taskId) {
        return AdminCalls.change(
                headers, runtime -> AdminCalls.result(tasks(runtime).resume(id, taskId), 200, MappingJson::task));
    }

    private static AlignmentTasks tasks(PluginRuntime runtime) {
        return runtime.server().mappings().tasks();
    }
}
