package org.scimsuite.atlassian.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.scimsuite.core.message.Characters;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;

/**
 * Reads the raw request URI, once and strictly, so that the guard and the endpoint can never disagree about what was asked
 * for: whatever servers, proxies and filters read in different ways is refused.
 */
final class ScimPath {

    /** Below the context path; the servlets of plugins live under {@code /plugins/servlet}. */
    static final String SCIM_ROOT = "/plugins/servlet/scim";

    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|\\\\|//|/\\.{1,2}(/|$)|%(2f|5c|2e|3b|25|00)", Pattern.CASE_INSENSITIVE);

    private static final Pattern VERSION = Pattern.compile("v\\d+(\\.\\d+)?", Pattern.CASE_INSENSITIVE);

    private ScimPath() {}

    /**
     * Refuses what could be read in two ways.
     *
     * @throws ScimException 400
     */
    static void check(String requestUri) {
        if (AMBIGUOUS.matcher(requestUri).find()) {
            throw new ScimException(ScimError.of(
                    400,
                    "The path holds something that can be read in two ways: a semicolon, a backslash, a doubled slash, a dot"
                            + " segment, or an encoded slash, dot, semicolon, percent sign or zero. Send resource ids"
                            + " exactly as they were returned."));
        }
    }

    /**
     * The segments below the SCIM base URI, percent-decoded.
     *
     * @param requestUri raw, with context path
     * @throws ScimException 400 for another version of the protocol, 404 for anything that is not below the base URI
     */
    static List<String> segments(String requestUri, String contextPath) {
        check(requestUri);
        String root = contextPath + SCIM_ROOT + "/";
        List<String> segments = new ArrayList<>();
        if (requestUri.startsWith(root)) {
            for (String segment : requestUri.substring(root.length()).split("/", -1)) {
                segments.add(decode(segment, "path"));
            }
            // a trailing slash means nothing
            if (segments.get(segments.size() - 1).isEmpty()) {
                segments.remove(segments.size() - 1);
            }
        }
        String version = segments.isEmpty() ? "" : segments.get(0);
        if (version.equals("v2")) {
            return List.copyOf(segments.subList(1, segments.size()));
        }
        if (VERSION.matcher(version).matches()) {
            throw ScimException.badRequest(
                    ScimType.INVALID_VERS,
                    "Version \"" + version + "\" of SCIM is not spoken here. Use the base URL that ends in /scim/v2.");
        }
        throw new ScimException(ScimError.of(404, "There is nothing here. The SCIM base URL ends in /scim/v2."));
    }

    /**
     * The decoded parameters of a query string in order of arrival; a bare flag has the value "".
     *
     * @param queryString raw; {@code null} when there is none, as servlets say it
     * @throws ScimException 400 when it is not percent-encoded UTF-8
     */
    static Map<String, List<String>> query(String queryString) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (queryString == null) {
            return query;
        }
        for (String pair : queryString.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.computeIfAbsent(parameter(name), key -> new ArrayList<>()).add(parameter(value));
            }
        }
        return query;
    }

    private static String parameter(String raw) {
        String text = decode(raw.replace("+", "%20"), "query");
        if (!Characters.areStorable(text)) {
            throw new ScimException(ScimError.of(400, "The query of the URL " + Characters.NOT_STORABLE + "."));
        }
        return text;
    }

    private static String decode(String raw, String where) {
        byte[] text = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(text.length);
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '%') {
                decoded.put((byte) (digit(text, i + 1, where) * 16 + digit(text, i + 2, where)));
                i += 2;
            } else {
                decoded.put(text[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException e) {
            throw malformed(where);
        }
    }

    private static int digit(byte[] text, int at, String where) {
        int digit = at < text.length ? Character.digit(text[at], 16) : -1;
        if (digit < 0) {
            throw malformed(where);
        }
        return digit;
    }

    private static ScimException malformed(String where) {
        return new ScimException(ScimError.of(400, "The " + where + " of the URL is not percent-encoded UTF-8."));
    }
}
