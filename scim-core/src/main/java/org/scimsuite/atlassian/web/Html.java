package org.scimsuite.atlassian.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builds HTML from text; whatever comes from outside is escaped here and nowhere else. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    private Html() {}

    /**
     * What the page of the console refers to.
     *
     * @param style address of the style sheet
     * @param modules addresses of the modules; the first one is run
     * @param plain address of the page that does without them
     * @param home address of the product
     */
    record Console(String style, List<String> modules, String plain, String home) {}

    /** A document without a style. */
    static String page(String title, Html body) {
        return page(title, Optional.empty(), body);
    }

    /**
     * A document with a title and a body.
     *
     * @param style address of a style sheet
     */
    static String page(String title, Optional<String> style, Html body) {
        return document(
                title,
                style.map(Html::styleSheet).orElse(""),
                "<main class=\"plain\"><h1>" + escape(title) + "</h1>" + body.out + "</main>");
    }

    /** The document that the console lives in, with what is to be seen above it whether its script runs or not. */
    static String console(String title, Html above, Console console) {
        String head = styleSheet(console.style())
                + console.modules().stream()
                        .map(module -> "<link rel=\"modulepreload\" href=\"" + escape(module) + "\">")
                        .collect(Collectors.joining())
                + "<script type=\"module\" src=\"" + escape(console.modules().get(0)) + "\"></script>";
        String plain = "<a href=\"" + escape(console.plain()) + "\">status page</a>";
        return document(
                title,
                head,
                "<div class=\"above\">" + above.out + "</div><div id=\"console\" data-home=\"" + escape(console.home())
                        + "\"><p class=\"starting\">Loading. If this stays, the " + plain
                        + " does without a script.</p></div><noscript><p>The console needs JavaScript; the " + plain
                        + " does without.</p></noscript>");
    }

    private static String styleSheet(String address) {
        return "<link rel=\"stylesheet\" href=\"" + escape(address) + "\">";
    }

    private static String document(String title, String head, String body) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escape(title)
                + "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\">" + head + "</head><body>" + body
                + "</body></html>";
    }

    static Html body() {
        return new Html();
    }

    Html heading(String text) {
        out.append("<h2>").append(escape(text)).append("</h2>");
        return this;
    }

    Html paragraph(String text) {
        out.append("<p>").append(escape(text)).append("</p>");
        return this;
    }

    /** A paragraph that must not be overlooked. */
    Html warning(String text) {
        out.append("<p class=\"bad\">").append(escape(text)).append("</p>");
        return this;
    }

    Html list(List<String> items) {
        out.append(items.stream()
                .map(item -> "<li>" + escape(item) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>")));
        return this;
    }

    Html table(List<String> headings, List<List<String>> rows) {
        out.append("<div class=\"scroll\"><table>").append(row("th", headings));
        rows.forEach(row -> out.append(row("td", row)));
        out.append("</table></div>");
        return this;
    }

    private static String row(String cell, List<String> texts) {
        return texts.stream()
                .map(text -> "<" + cell + ">" + escape(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
