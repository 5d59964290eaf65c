package org.scimsuite.core.endpoint;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimType;

/**
 * What a search asks for, from the query of a GET or the body of a POST (RFC 7644 §3.4.2, §3.4.3, RFC 9865 §2).
 *
 * @param cursor empty text for the first page
 * @param attributes names separated by commas; never blank
 */
record SearchParameters(
        Optional<String> filter,
        Optional<String> sortBy,
        Optional<String> sortOrder,
        Optional<BigInteger> startIndex,
        Optional<BigInteger> count,
        Optional<String> cursor,
        Optional<String> attributes,
        Optional<String> excludedAttributes) {

    /** The path segment of a search by POST. */
    static final String SEARCH = ".search";

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,30}");

    /**
     * Those of a query. Blank ones but {@code filter} and {@code cursor} count as absent.
     *
     * @throws ScimException 400 invalidValue when a number is none
     */
    static SearchParameters of(ScimRequest request) {
        return new SearchParameters(
                request.queryParameter("filter"),
                text(request, "sortBy"),
                text(request, "sortOrder"),
                number(request, "startIndex"),
                number(request, "count"),
                request.queryParameter("cursor"),
                list(request, "attributes"),
                list(request, "excludedAttributes"));
    }

    private static Optional<String> text(ScimRequest request, String name) {
        return request.queryParameter(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<BigInteger> number(ScimRequest request, String name) {
        return text(request, name).map(text -> {
            if (!WHOLE_NUMBER.matcher(text).matches()) {
                throw notWhole(name);
            }
            return new BigInteger(text);
        });
    }

    static ScimException notWhole(String name) {
        return ScimException.badRequest(ScimType.INVALID_VALUE, name + " must be a whole number.");
    }

    /** A list that is spread over several parameters is one list. */
    static Optional<String> list(ScimRequest request, String name) {
        String joined = request.query().entrySet().stream()
                .filter(parameter -> parameter.getKey().equalsIgnoreCase(name))
                .flatMap(parameter -> parameter.getValue().stream())
                .collect(Collectors.joining(","));
        return Stream.of(joined).filter(text -> !text.isBlank()).findFirst();
    }
}
