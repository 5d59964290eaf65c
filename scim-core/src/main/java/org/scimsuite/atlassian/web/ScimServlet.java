package org.scimsuite.atlassian.web;

import com.atlassian.annotations.security.UnrestrictedAccess;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scimsuite.atlassian.wiring.PluginRuntime;
import org.scimsuite.core.connection.AuthenticationResult;
import org.scimsuite.core.endpoint.ErrorResponses;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The SCIM endpoint. Serves only what {@link ScimGuardFilter} has let in; without the guard it serves nothing. */
@UnrestrictedAccess
public final class ScimServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ScimServlet.class);

    private final transient PluginRuntime runtime;

    @Autowired
    public ScimServlet(PluginRuntime runtime) {
        this.runtime = runtime;
    }

    /** Takes every method: {@link HttpServlet} knows no PATCH, and answers OPTIONS and TRACE in its own way. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ScimAnswers.send(answer(request), request.getMethod(), response);
    }

    private ScimResponse answer(HttpServletRequest request) {
        if (!(request.getAttribute(ScimGuardFilter.ADMITTED) instanceof AuthenticationResult.Admitted admitted)) {
            LOG.error("A request reached the SCIM endpoint without passing the guard; it was refused");
            return ErrorResponses.of(
                    ScimError.of(401, "The request did not pass the plugin's guard. Disable and enable the plugin."));
        }
        try {
            return runtime.server()
                    .handle(
                            admitted,
                            ScimRequests.complete(request, runtime.address().scimBaseUri()));
        } catch (ScimException e) {
            return ErrorResponses.of(e.error());
        } catch (IOException e) {
            // handling a request reads and writes memory and stores only, so it was the body that ended too early
            LOG.info("The body of a SCIM request could not be read: {}", e.toString());
            return ErrorResponses.of(
                    ScimError.of(400, "The body of the request did not arrive completely. Send the request again."));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A SCIM request failed: {} {}", request.getMethod(), request.getRequestURI(), e);
            return ErrorResponses.of(ScimError.of(
                    500, "Something broke while the request was handled; the product's log has the cause."));
        }
    }
}
