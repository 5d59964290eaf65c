package org.scimsuite.atlassian.web;

import com.atlassian.annotations.security.UnrestrictedAccess;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.scimsuite.atlassian.wiring.PluginRuntime;
import org.scimsuite.core.connection.AuthenticationResult;
import org.scimsuite.core.endpoint.ErrorResponses;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Lets SCIM tokens in, before any filter of the product can see them, and nobody else.
 *
 * <p>Answers 400, 401 and 503 itself. Whoever is admitted goes on as an {@link AnonymousRequest}, with the admission in the
 * request attribute {@link #ADMITTED}.
 */
@UnrestrictedAccess
public final class ScimGuardFilter implements Filter {

    /** Request attribute with the {@link AuthenticationResult.Admitted}; a client cannot set it. */
    static final String ADMITTED = ScimGuardFilter.class.getName() + ".admitted";

    private static final Logger LOG = LoggerFactory.getLogger(ScimGuardFilter.class);

    private final PluginRuntime runtime;

    @Autowired
    public ScimGuardFilter(PluginRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void init(FilterConfig config) {
        // nothing to prepare
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Decision decision = decide(http);
        if (decision instanceof Refuse refuse) {
            ScimAnswers.send(refuse.answer(), http.getMethod(), (HttpServletResponse) response);
        } else if (decision instanceof Admit admit) {
            request.setAttribute(ADMITTED, admit.caller());
            try {
                chain.doFilter(new AnonymousRequest(http), response);
            } finally {
                request.removeAttribute(ADMITTED);
            }
        }
    }

    private Decision decide(HttpServletRequest request) {
        try {
            ScimPath.check(request.getRequestURI());
            if (!runtime.selfCheck().isPassed()) {
                // nobody is admitted yet, so the names of what is missing stay on the status page
                return refuse(ScimError.unavailable(
                        "The SCIM plugin does not fit this version of the product, so it serves nothing. A system"
                                + " administrator finds the reasons on the plugin's status page.",
                        3600));
            }
            AuthenticationResult result =
                    runtime.server().authenticate(Optional.ofNullable(request.getHeader("Authorization")));
            if (result instanceof AuthenticationResult.Admitted admitted) {
                return new Admit(admitted);
            }
            return new Refuse(runtime.server()
                    .deny(
                            (AuthenticationResult.Denied) result,
                            ScimRequests.ofStranger(request, runtime.address().scimBaseUri())));
        } catch (ScimException e) {
            return refuse(e.error());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The SCIM token could not be checked", e);
            return refuse(ScimError.unavailable(
                    "The token could not be checked. Send the request again; the product's log has the cause.", 30));
        }
    }

    private static Decision refuse(ScimError error) {
        return new Refuse(ErrorResponses.of(error));
    }

    @Override
    public void destroy() {
        // nothing to release
    }

    private sealed interface Decision {}

    private record Admit(AuthenticationResult.Admitted caller) implements Decision {}

    private record Refuse(ScimResponse answer) implements Decision {}
}
