package org.scimsuite.workbench.host.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.atlassian.sal.api.component.ComponentLocator;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;

/**
 * The default of REST v2: a resource is for logged-in users unless an annotation, first of the method, then of the class,
 * opens it to all or keeps it for system admins.
 */
public final class RestAccessFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        UserManager users = ComponentLocator.getComponent(UserManager.class);
        UserKey user = users.getRemoteUserKey();
        if (isAnnotated(UnrestrictedAccess.class)) {
            return;
        }
        if (user == null) {
            request.abortWith(refusal(Response.Status.UNAUTHORIZED, "Log in first"));
        } else if (isAnnotated(SystemAdminOnly.class) && !users.isSystemAdmin(user)) {
            request.abortWith(refusal(Response.Status.FORBIDDEN, "Only for system admins"));
        }
    }

    private boolean isAnnotated(Class<? extends Annotation> annotation) {
        return resource.getResourceMethod().isAnnotationPresent(annotation)
                || resource.getResourceClass().isAnnotationPresent(annotation);
    }

    static Response refusal(Response.Status status, String message) {
        return Response.status(status)
                .type("application/json")
                .entity("{\"message\":\"Stand-in REST: " + message + "\",\"status-code\":" + status.getStatusCode()
                        + '}')
                .build();
    }
}
