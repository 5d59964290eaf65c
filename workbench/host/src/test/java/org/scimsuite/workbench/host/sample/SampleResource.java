package org.scimsuite.workbench.host.sample;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.springframework.beans.factory.annotation.Autowired;

/** For system admins. */
@Path("/notes")
@SystemAdminOnly
public class SampleResource {

    private final Notes notes;
    private int calls;

    @Autowired
    public SampleResource(Notes notes) {
        this.notes = notes;
    }

    @GET
    public String count(@Context UriInfo uri) {
        calls++;
        return uri.getPath() + " notes=" + notes.count() + " calls=" + calls;
    }

    @POST
    public String write(String text) {
        return "notes=" + notes.write(text);
    }
}
