package org.scimsuite.core.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.scimsuite.core.message.Characters;

/** Takes secrets out of what the journal keeps. What cannot be understood is left out as a whole. */
public final class BodyRedactor {

    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    private static final int MAX_CHARACTERS = 20_000;
    private static final List<String> SECRET_WORDS =
            List.of("password", "passwd", "secret", "token", "credential", "authorization", "apikey", "privatekey");

    /** Our own tokens, JSON Web Tokens, and what stands behind the name of a scheme. */
    private static final Pattern TOKEN_LIKE = Pattern.compile("scim_[A-Za-z0-9_-]{8,}"
            + "|eyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*)*"
            + "|(?i:bearer|basic)\\s+[A-Za-z0-9+/=._~-]{8,}");

    /** A filter on an attribute that is a secret; such filters are refused, and the refusal is journaled. */
    private static final Pattern SECRET_COMPARISON =
            Pattern.compile("(?i)((?:password|secret|token)[\\w.:]*\\s+(?:eq|ne|co|sw|ew|g[te]|l[te])\\s+)"
                    + "(?:\"(?:\\\\.|[^\"\\\\])*\"?|\\S+)");

    private static final ObjectMapper JSON = new ObjectMapper();

    private BodyRedactor() {}

    /** A request body as it may be kept; "" for none. */
    public static String body(byte[] body) {
        if (body.length == 0) {
            return "";
        }
        try {
            JsonNode tree = JSON.readTree(body);
            String text = JSON.writeValueAsString(redact(tree));
            return text.length() <= MAX_CHARACTERS
                    ? text
                    : text.substring(0, MAX_CHARACTERS) + "... (" + text.length() + " characters)";
        } catch (IOException e) {
            return unreadable(body);
        }
    }

    /** A text, such as a path or the detail of an error, without anything that looks like a token. */
    public static String text(String text) {
        String readable = SECRET_COMPARISON.matcher(Characters.storable(text)).replaceAll("$1" + MASK);
        return TOKEN_LIKE.matcher(readable).replaceAll(MASK);
    }

    /** The value of a query parameter; {@link #MASK} when its name says that it is a secret. */
    public static String parameter(String name, String value) {
        return isSecret(name) ? MASK : text(value);
    }

    private static String unreadable(byte[] body) {
        return "(" + body.length + " bytes that are no readable JSON; not kept)";
    }

    private static JsonNode redact(JsonNode node) {
        if (node instanceof ObjectNode object) {
            redactMembers(object);
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                array.set(index, redact(array.get(index)));
            }
        } else if (node.isTextual()) {
            return TextNode.valueOf(text(node.textValue()));
        }
        return node;
    }

    private static void redactMembers(ObjectNode object) {
        // a PATCH operation names the attribute in one member and holds its value in another
        boolean secretPath = object.properties().stream()
                .anyMatch(member -> member.getKey().equalsIgnoreCase("path")
                        && isSecret(member.getValue().asText()));
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            boolean secretValue = secretPath && member.getKey().equalsIgnoreCase("value");
            member.setValue(
                    secretValue || isSecret(member.getKey()) ? TextNode.valueOf(MASK) : redact(member.getValue()));
        }
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return SECRET_WORDS.stream().anyMatch(lower::contains);
    }
}
