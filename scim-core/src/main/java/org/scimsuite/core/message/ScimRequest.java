package org.scimsuite.core.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the endpoint sees it, free of any HTTP framework.
 *
 * @param method upper case
 * @param path below the base URI, percent-decoded, one element per segment: {@code [Users, <id>]}
 * @param query decoded parameters in order of arrival; a bare flag has the value ""
 * @param headers keyed by lower-case name; never {@code authorization} or {@code cookie}
 * @param body the raw body; empty array when there is none
 * @param baseUri the public base URI without a trailing slash, such as {@code https://jira.acme.test/plugins/servlet/scim/v2}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the body is handed on, not copied
public record ScimRequest(
        String method,
        List<String> path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body,
        String baseUri) {

    public ScimRequest {
        path = List.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** The first value of a query parameter; names are compared without regard to case. */
    public Optional<String> queryParameter(String name) {
        return query.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .flatMap(entry -> entry.getValue().stream())
                .findFirst();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
