package org.scimsuite.atlassian.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.admin.AdminResult.FieldError;

/**
 * Reads the body of a call, field by field, and collects what is wrong with it. A value that is missing or wrong is replaced by
 * a harmless one; {@link #finish()} then ends the call before anything is done.
 */
final class AdminInput {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode body;
    private final List<FieldError> errors = new ArrayList<>();

    private AdminInput(JsonNode body) {
        this.body = body;
    }

    /**
     * Reads a body that must be a JSON object.
     *
     * @throws AdminRefusal 400 when it is not
     */
    static AdminInput of(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return new AdminInput(json);
            }
        } catch (JsonProcessingException e) {
            // none when the body is nested deeper than any reader goes
            String place = Optional.ofNullable(e.getLocation())
                    .map(where -> " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")")
                    .orElse("");
            throw new AdminRefusal(400, "The body is not valid JSON" + place + ".");
        }
        throw new AdminRefusal(400, "The body must be a JSON object.");
    }

    String text(String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual()) {
            errors.add(new FieldError(field, "Enter a text."));
            return "";
        }
        return value.textValue();
    }

    /** A text that may be left out. */
    Optional<String> optionalText(String field) {
        JsonNode value = body.path(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(text(field));
    }

    long number(String field) {
        JsonNode value = body.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            errors.add(new FieldError(field, "Enter a whole number."));
            return 0;
        }
        return value.longValue();
    }

    /** True or false; false when it is left out. */
    boolean flag(String field) {
        JsonNode value = body.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            errors.add(new FieldError(field, "Enter true or false."));
        }
        return value.booleanValue();
    }

    JsonNode object(String field) {
        JsonNode value = body.path(field);
        if (!value.isObject()) {
            errors.add(new FieldError(field, "Enter a JSON object."));
        }
        return value;
    }

    /** A number that may be left out. */
    Optional<Integer> optionalNumber(String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            errors.add(new FieldError(field, "Enter a whole number."));
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }

    /** One of the words of an enum; the fallback when it is left out. */
    <E extends Enum<E>> E word(String field, E fallback) {
        JsonNode value = body.path(field);
        if (value.isMissingNode()) {
            return fallback;
        }
        Class<E> type = fallback.getDeclaringClass();
        return named(type, value).orElseGet(() -> {
            errors.add(new FieldError(field, "Choose one of " + Arrays.toString(type.getEnumConstants()) + "."));
            return fallback;
        });
    }

    /** A list of words of an enum; empty when it is left out. */
    <E extends Enum<E>> Set<E> words(String field, Class<E> type) {
        Set<E> words = EnumSet.noneOf(type);
        JsonNode list = body.path(field);
        if (list.isMissingNode()) {
            return words;
        }
        boolean allKnown = list.isArray();
        for (JsonNode value : list) {
            allKnown &= words.addAll(named(type, value).map(Set::of).orElse(Set.of()));
        }
        if (!allKnown) {
            errors.add(new FieldError(
                    field, "Send a list, each once, of any of " + Arrays.toString(type.getEnumConstants()) + "."));
        }
        return words;
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, JsonNode value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(word -> word.name().equals(value.textValue()))
                .findFirst();
    }

    /** Refuses a body that leaves these out; for calls in which a default would undo a setting unseen. */
    void require(String... fields) {
        for (String field : fields) {
            if (!body.has(field)) {
                errors.add(new FieldError(field, "Send this field too; what is sent replaces all settings."));
            }
        }
    }

    /**
     * To be called after the last field was read.
     *
     * @throws AdminRefusal 400 with everything that was wrong
     */
    void finish() {
        if (!errors.isEmpty()) {
            throw new AdminRefusal(400, errors);
        }
    }
}
