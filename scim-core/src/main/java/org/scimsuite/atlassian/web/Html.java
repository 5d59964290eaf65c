package org.scimsuite.atlassian.web;

import java.util.List;
import java.util.stream.Collectors;

/** Builds HTML from text; whatever comes from outside is escaped here and nowhere else. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    private Html() {}

    /** A document with a title and a body. */
    static String page(String title, Html body) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escape(title)
                + "</title><style>body{font:14px/1.5 sans-serif;margin:2rem;max-width:70rem;color:#172b4d}"
                + "table{border-collapse:collapse;margin:.5rem 0 1.5rem}"
                + "th,td{border:1px solid #c1c7d0;padding:.25rem .6rem;text-align:left;vertical-align:top}"
                + "th{background:#f4f5f7}.bad{color:#bf2600;font-weight:bold}</style></head><body><h1>" + escape(title)
                + "</h1>" + body.out + "</body></html>";
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
        out.append("<table>").append(row("th", headings));
        rows.forEach(row -> out.append(row("td", row)));
        out.append("</table>");
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
