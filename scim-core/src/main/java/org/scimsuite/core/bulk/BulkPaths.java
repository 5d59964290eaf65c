package org.scimsuite.core.bulk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.scimsuite.core.bulk.BulkOperation.Method;
import org.scimsuite.core.bulk.BulkOperation.Target;
import org.scimsuite.core.message.ScimException;

/** Reads the paths of operations: a resource type's collection for POST, one resource for all else. */
final class BulkPaths {

    private final Set<String> endpoints;

    BulkPaths(Set<String> endpoints) {
        this.endpoints = new TreeSet<>(endpoints);
    }

    /**
     * Reads a path.
     *
     * @throws ScimException 400 invalidValue
     */
    Target read(String path, Method method) {
        List<String> segments = segments(path);
        String endpoint = segments.get(0);
        if (endpoint.equals("Bulk")) {
            throw BulkReader.wrong("A bulk request cannot be part of another. Send its operations here.");
        }
        if (!endpoints.contains(endpoint) || segments.size() > 2) {
            throw BulkReader.wrong("The path must be that of a resource type or of a resource: " + allowed() + ".");
        }
        Target target = new Target(endpoint, segments.stream().skip(1).findFirst());
        if (method == Method.POST && target.id().isPresent()) {
            throw BulkReader.wrong("POST creates a resource, so its path must be /" + endpoint + ".");
        }
        if (method != Method.POST && target.id().isEmpty()) {
            throw BulkReader.wrong(method + " needs the path of a resource: /" + endpoint + "/<id>.");
        }
        return target;
    }

    private List<String> segments(String path) {
        if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
            throw BulkReader.wrong(
                    "The path must begin with a slash, without the base URL in front and a query behind: " + allowed()
                            + ".");
        }
        try {
            List<String> segments =
                    new ArrayList<>(Arrays.stream(path.substring(1).split("/", -1))
                            .map(BulkPaths::decoded)
                            .toList());
            if (segments.size() > 1 && segments.get(segments.size() - 1).isEmpty()) {
                segments.remove(segments.size() - 1);
            }
            return segments;
        } catch (IllegalArgumentException e) {
            throw BulkReader.wrong("The path holds a percent sign that begins no character.");
        }
    }

    /** A plus sign means itself in a path, unlike in a query. */
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private String allowed() {
        return String.join(
                " or ",
                endpoints.stream()
                        .map(name -> "/" + name + ", /" + name + "/<id>")
                        .toList());
    }
}
