package org.scimsuite.core.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.scimsuite.core.schema.AttributePath;

/**
 * What a client said of a resource beyond every schema of this server, as it was sent. Names are compared without regard to
 * case; null, an empty list and an empty object are no value (RFC 7643 §2.5). Immutable.
 */
public final class OtherAttributes {

    /** No such attribute. */
    public static final OtherAttributes NONE = new OtherAttributes(Map.of());

    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private final Map<String, Named> byLowerCaseName;

    private OtherAttributes(Map<String, Named> byLowerCaseName) {
        this.byLowerCaseName = byLowerCaseName;
    }

    /** A value under the name the client gave it: an attribute, or the URI of an extension. */
    private record Named(String name, JsonNode value) {}

    public boolean isEmpty() {
        return byLowerCaseName.isEmpty();
    }

    public Optional<JsonNode> get(String name) {
        return Optional.ofNullable(byLowerCaseName.get(key(name))).map(Named::value);
    }

    /** With a value, or without one when it is empty; a name that is there stays in its spelling. */
    public OtherAttributes with(String name, JsonNode value) {
        boolean none = value.isNull() || (value.isContainerNode() && value.isEmpty());
        Map<String, Named> changed = new LinkedHashMap<>(byLowerCaseName);
        if (none) {
            changed.remove(key(name));
        } else {
            Named before = changed.get(key(name));
            changed.put(key(name), new Named(before == null ? name : before.name(), value));
        }
        return changed.isEmpty() ? NONE : new OtherAttributes(changed);
    }

    public OtherAttributes without(String name) {
        return with(name, JSON.nullNode());
    }

    /** The extensions among them that meet the condition: they belong into {@code schemas}. */
    List<String> schemas(Predicate<String> shown) {
        return byLowerCaseName.values().stream()
                .map(Named::name)
                .filter(AttributePath::isUri)
                .filter(shown)
                .toList();
    }

    /** Writes those that meet the condition as members of the current object. */
    void write(JsonGenerator json, Predicate<String> shown) throws IOException {
        for (Named attribute : byLowerCaseName.values()) {
            if (shown.test(attribute.name())) {
                json.writeFieldName(attribute.name());
                JSON.writeTree(json, attribute.value());
            }
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OtherAttributes that && byLowerCaseName.equals(that.byLowerCaseName);
    }

    @Override
    public int hashCode() {
        return byLowerCaseName.hashCode();
    }

    /** Names only: values may be personal or secret and do not belong into logs. */
    @Override
    public String toString() {
        return byLowerCaseName.keySet().toString();
    }
}
