package org.scimsuite.workbench.host.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes the host's own answers. */
public final class Answers {

    private Answers() {}

    public static void json(HttpServletResponse response, int status, String body) throws IOException {
        write(response, status, "application/json;charset=utf-8", body);
    }

    static void html(HttpServletResponse response, int status, String title, String body) throws IOException {
        String page = """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <style>body{font-family:sans-serif;max-width:48em;margin:2em auto;padding:0 1em}
                .note{background:#fff3cd;border:1px solid #d9b64c;padding:.6em}</style></head>
                <body><p class="note">This is a <strong>stand-in host</strong> for testing SCIM Suite.
                It is not an Atlassian product, and not made by Atlassian.</p><h1>%s</h1>%s</body></html>
                """.formatted(escape(title), escape(title), body);
        write(response, status, "text/html;charset=utf-8", page);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static void write(HttpServletResponse response, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
