package org.scimsuite.workbench.host.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.workbench.host.HostOptions;
import org.scimsuite.workbench.host.HostOptions.LoginRedirect;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.plugin.FilterLocation;
import org.scimsuite.workbench.host.plugin.PluginDescriptor;
import org.scimsuite.workbench.host.product.ProductState;
import org.scimsuite.workbench.host.rest.RestModules.MountedRest;
import org.scimsuite.workbench.host.web.PluginModules.MountedServlet;

/**
 * Receives every request and sends it down the chain a product has: filters after encoding, the product's token filter,
 * filters before login, the login and its redirect, filters before decoration and before dispatch, the target.
 */
public final class FrontServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PLUGIN_SERVLETS = "/plugins/servlet";

    /** Tomcat's own limit. */
    private static final int MOST_SWALLOWED = 2 * 1024 * 1024;

    private final transient PluginModules modules;
    private final transient HostPages pages;
    private final transient StandInApi api;
    private final transient List<FilterStep> steps = new ArrayList<>();

    public FrontServlet(
            HostOptions options,
            StandInCrowd crowd,
            ProductState product,
            PluginDescriptor descriptor,
            Map<String, String> texts,
            PluginModules modules) {
        Sessions sessions = new Sessions();
        this.modules = modules;
        this.pages = new HostPages(crowd, sessions, descriptor, texts);
        this.api = new StandInApi(crowd, product);
        steps.addAll(modules.filters(FilterLocation.AFTER_ENCODING));
        steps.add(FilterStep.own(new TokenFilter(options.foreignBearer())));
        steps.addAll(modules.filters(FilterLocation.BEFORE_LOGIN));
        steps.add(FilterStep.own(new LoginFilter(crowd, sessions)));
        if (options.loginRedirect() == LoginRedirect.ON) {
            steps.add(FilterStep.own(new LoginRedirectFilter(modules)));
        }
        steps.addAll(modules.filters(FilterLocation.BEFORE_DECORATION));
        steps.addAll(modules.filters(FilterLocation.BEFORE_DISPATCH));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String path = ModuleRequest.path(request);
            String servletPath = path.startsWith(PLUGIN_SERVLETS + '/') ? PLUGIN_SERVLETS : "";
            new StepChain(steps, 0, this::dispatch).doFilter(new ModuleRequest(request, servletPath), response);
        } catch (ServletException | IOException | RuntimeException | LinkageError e) {
            log("A module failed: " + e, e);
            if (!response.isCommitted()) {
                response.reset();
                Answers.html(response, 500, "A module failed", "<p>The reason is in the host's log.</p>");
            }
        } finally {
            CurrentUser.clear();
        }
        swallow(request);
    }

    /**
     * Reads what nobody wanted to read, as the products' container does: otherwise the connection is closed behind the answer, at the very
     * moment that the client sends its next request.
     */
    private static void swallow(HttpServletRequest request) {
        try {
            request.getInputStream().readNBytes(MOST_SWALLOWED);
        } catch (IOException | IllegalStateException readOtherwise) {
            // by a reader, or up to the client's end
        }
    }

    private void dispatch(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String path = ModuleRequest.path(request);
        Optional<MountedServlet> servlet = modules.servlet(path);
        Optional<MountedRest> rest = modules.rest().at(path);
        if (servlet.isPresent()) {
            String servletPath = servlet.get().pattern().servletPart(path);
            servlet.get().servlet().service(new ModuleRequest(request, servletPath), response);
        } else if (rest.isPresent()) {
            rest.get().service(new ModuleRequest(request, rest.get().root()), response);
        } else if (path.equals("/") || path.isEmpty()) {
            pages.start(request, response);
        } else if (path.equals("/login")) {
            pages.login(request, response);
        } else if (path.startsWith("/stand-in/")) {
            api.serve(path, request, response);
        } else {
            Answers.html(response, 404, "Not found", "<p>There is nothing at this address.</p>");
        }
    }
}
