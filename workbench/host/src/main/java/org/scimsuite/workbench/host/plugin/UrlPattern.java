package org.scimsuite.workbench.host.plugin;

/** A {@code url-pattern} as web.xml has them: a path, a path with {@code /*} at its end, or {@code *.ending}. */
public record UrlPattern(String text) {

    /** Whether the pattern holds for the path, which begins with a slash. */
    public boolean matches(String path) {
        if (text.equals("/*") || text.equals("/")) {
            return true;
        }
        if (text.endsWith("/*")) {
            String folder = text.substring(0, text.length() - 2);
            return path.equals(folder) || path.startsWith(folder + '/');
        }
        if (text.startsWith("*.")) {
            return path.endsWith(text.substring(1));
        }
        return path.equals(text);
    }

    /** The part of a matched path that is the servlet's own; the rest is the path info. */
    public String servletPart(String path) {
        return text.endsWith("/*") ? text.substring(0, text.length() - 2) : path;
    }
}
