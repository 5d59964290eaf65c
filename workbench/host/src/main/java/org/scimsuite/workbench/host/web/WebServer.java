package org.scimsuite.workbench.host.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The HTTP server. The port is taken first, so that the host knows its address before the plugin starts. */
public final class WebServer implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector;
    private final ServletContextHandler handler = new ServletContextHandler();

    private WebServer(int port, String context) throws IOException {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        this.connector = new ServerConnector(server, new HttpConnectionFactory(http));
        // Test credentials are well known, so nobody from outside gets in.
        connector.setHost("localhost");
        connector.setPort(port);
        server.addConnector(connector);
        handler.setContextPath(context);
        connector.open();
    }

    /** Takes the port, 0 for any, without answering yet. */
    public static WebServer open(int port, String context) throws IOException {
        return new WebServer(port, context);
    }

    public int port() {
        return connector.getLocalPort();
    }

    public ServletContext servletContext() {
        return handler.getServletContext();
    }

    /** Begins to answer; every request goes to the servlet. */
    public void serve(Servlet front) {
        handler.addServlet(new ServletHolder(front), "/*");
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server does not start: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            System.err.println("The HTTP server did not stop cleanly: " + e.getMessage());
        }
        connector.close();
    }
}
