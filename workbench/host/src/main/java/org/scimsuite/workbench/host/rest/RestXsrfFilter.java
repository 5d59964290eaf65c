package org.scimsuite.workbench.host.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** The products' check: a change sent with a content type that any web page could send needs {@code X-Atlassian-Token}. */
public final class RestXsrfFilter implements ContainerRequestFilter {

    private static final Set<String> SIMPLE =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void filter(ContainerRequestContext request) {
        boolean declared = "no-check".equals(request.getHeaderString("X-Atlassian-Token"));
        if (!READS.contains(request.getMethod()) && !declared && isSimple(request.getMediaType())) {
            request.abortWith(RestAccessFilter.refusal(Response.Status.FORBIDDEN, "XSRF check failed"));
        }
    }

    private static boolean isSimple(MediaType type) {
        return type == null || SIMPLE.contains(type.getType() + '/' + type.getSubtype());
    }
}
