package org.scimsuite.core.resource;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.message.Characters;
import org.scimsuite.core.message.JsonInput;
import org.scimsuite.core.resource.AttributeValue.BinaryValue;
import org.scimsuite.core.resource.AttributeValue.BooleanValue;
import org.scimsuite.core.resource.AttributeValue.DecimalValue;
import org.scimsuite.core.resource.AttributeValue.IntegerValue;
import org.scimsuite.core.resource.AttributeValue.TextValue;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributeType;

/** Converts a JSON token to a value without parts (RFC 7643 §2.3.1 to §2.3.7). */
final class SimpleValues {

    private SimpleValues() {}

    /** The value, or null with an issue when the token is not of the attribute's type. */
    static AttributeValue read(JsonInput json, AttributeDefinition definition, Notes notes, Issues issues) {
        AttributeValue value;
        if (json.token() == JsonToken.VALUE_STRING) {
            String text = json.text();
            if (!Characters.areStorable(text)) {
                issues.invalidValue(Characters.NOT_STORABLE);
                return null;
            }
            value = fromText(text, definition.type(), notes);
        } else {
            value = fromOther(json, definition.type());
        }
        if (value == null) {
            issues.invalidValue("must be " + describe(definition));
            json.skipValue();
        }
        return value;
    }

    private static AttributeValue fromText(String text, AttributeType type, Notes notes) {
        return switch (type) {
            case STRING, REFERENCE -> new TextValue(text);
            case BOOLEAN -> bool(text, notes);
            case DATE_TIME -> DateTimes.parse(text).orElse(null);
            case BINARY -> isBase64(text) ? new BinaryValue(text) : null;
            case INTEGER, DECIMAL, COMPLEX -> null;
        };
    }

    private static AttributeValue fromOther(JsonInput json, AttributeType type) {
        if (type == AttributeType.BOOLEAN && json.token().isBoolean()) {
            return new BooleanValue(json.token() == JsonToken.VALUE_TRUE);
        }
        return switch (type) {
            case INTEGER -> integer(json).orElse(null);
            case DECIMAL -> number(json).map(DecimalValue::new).orElse(null);
            default -> null;
        };
    }

    private static String describe(AttributeDefinition definition) {
        return switch (definition.type()) {
            case STRING -> "a string";
            case REFERENCE -> "a URI as a string";
            case BOOLEAN -> "true or false";
            case INTEGER -> "a whole number";
            case DECIMAL -> "a number";
            case DATE_TIME -> "a date and time such as 2026-01-31T08:00:00Z";
            case BINARY -> "base64 text";
            case COMPLEX -> "an object";
        };
    }

    private static AttributeValue bool(String text, Notes notes) {
        boolean isTrue = text.equalsIgnoreCase("true");
        boolean isBoolean = isTrue || text.equalsIgnoreCase("false");
        return isBoolean && notes.tolerates(Tolerance.BOOLEAN_AS_TEXT) ? new BooleanValue(isTrue) : null;
    }

    /** Numbers of more than a thousand places are refused: written out, a short 1E999999999 would fill the memory. */
    private static Optional<BigDecimal> number(JsonInput json) {
        return json.token().isNumeric()
                ? Optional.of(json.decimal()).filter(number -> Math.abs((long) number.scale()) <= 1000)
                : Optional.empty();
    }

    private static Optional<AttributeValue> integer(JsonInput json) {
        try {
            return number(json).map(number -> new IntegerValue(number.longValueExact()));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** RFC 4648 §4 or §5, padded or not, with or without line breaks, as certificates come. */
    private static boolean isBase64(String text) {
        int digits = 0;
        int padding = 0;
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            if (isWhiteSpace(c)) {
                continue;
            }
            if (c == '=') {
                padding++;
            } else if (padding > 0 || !isBase64Digit(c)) {
                return false;
            } else {
                digits++;
            }
        }
        boolean full = padding == 0 ? digits % 4 != 1 : (digits + padding) % 4 == 0 && padding <= 2;
        return digits > 0 && full;
    }

    private static boolean isBase64Digit(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_';
    }

    private static boolean isWhiteSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
