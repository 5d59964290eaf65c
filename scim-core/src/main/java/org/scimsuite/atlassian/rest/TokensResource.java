package org.scimsuite.atlassian.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.scimsuite.core.admin.TokenDraft;
import org.scimsuite.core.connection.TokenScope;

/** The tokens of a connection. */
@Path("/connections/{id}/tokens")
@Produces("application/json")
@SystemAdminOnly
public class TokensResource {

    @GET
    public Response list(@PathParam("id") String id) {
        return AdminCalls.read(runtime ->
                AdminJson.array(AdminCalls.value(runtime.server().connections().tokens(id)), AdminJson::token));
    }

    /** Issues a token; this answer is the only place where it can be seen. */
    @POST
    public Response issue(@Context HttpHeaders headers, @PathParam("id") String id, String body) {
        return AdminCalls.changeWithBody(headers, runtime -> {
            AdminInput input = AdminInput.of(body);
            TokenDraft draft = new TokenDraft(
                    input.text("label"), input.optionalNumber("expiresInDays"), input.word("scope", TokenScope.WRITE));
            input.finish();
            return AdminCalls.result(runtime.server().connections().issueToken(id, draft), 201, AdminJson::issued);
        });
    }

    @DELETE
    @Path("/{tokenId}")
    public Response revoke(
            @Context HttpHeaders headers, @PathParam("id") String id, @PathParam("tokenId") String tokenId) {
        return AdminCalls.change(
                headers,
                runtime -> AdminCalls.removed(runtime.server().connections().revokeToken(id, tokenId)));
    }
}
