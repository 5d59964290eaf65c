package org.scimsuite.core.provision;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributeTable;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.ResourceType;

/**
 * What follows from the id of a member of one kind: {@code value}, {@code $ref} and {@code type}. It is one text in which
 * only the id changes: {@code 2819c223","$ref":"https://example.com/v2/Users/2819c223","type":"User} behind the name of the
 * first attribute. The quotes around it come from the generator, which needs a quarter less time for that than for the parts.
 */
final class MemberText {

    /** Where the id stands; no JSON text has this character. */
    private static final String ID = "\0";

    private Optional<SerializableString> firstName = Optional.empty();
    private final byte[][] constants;
    private final int[] places;
    private int idLength = -1;
    private byte[] text = new byte[0];

    MemberText(String baseUri, ResourceType type, AttributeTarget members, Projection shown) {
        StringBuilder pattern = new StringBuilder();
        AttributeTable parts = members.attribute().subAttributes();
        for (int index = 0; index < parts.size(); index++) {
            String value = value(parts.get(index), baseUri, type);
            if (!value.isEmpty() && shown.shows(members.sub(index))) {
                append(parts.get(index), value, pattern);
            }
        }
        this.constants = Arrays.stream(pattern.toString().split(ID, -1))
                .map(constant -> constant.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.places = new int[constants.length - 1];
    }

    private static String value(AttributeDefinition part, String baseUri, ResourceType type) {
        return switch (part.name()) {
            case "value" -> ID;
            case "$ref" -> quoted(baseUri + type.endpoint() + "/") + ID;
            case "type" -> quoted(type.name());
            default -> "";
        };
    }

    private static String quoted(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }

    private void append(AttributeDefinition part, String value, StringBuilder pattern) {
        if (firstName.isEmpty()) {
            firstName = Optional.of(part.jsonName());
        } else {
            pattern.append("\",\"").append(part.name()).append("\":\"");
        }
        pattern.append(value);
    }

    /** Whether none of it is shown. */
    boolean isEmpty() {
        return firstName.isEmpty();
    }

    /** Writes these attributes of a member. */
    void write(JsonGenerator json, String memberId) throws IOException {
        if (firstName.isPresent()) {
            setId(memberId);
            json.writeFieldName(firstName.get());
            json.writeRawUTF8String(text, 0, text.length);
        }
    }

    private void setId(String memberId) {
        int length = memberId.length();
        layOut(length);
        if (places.length == 0) {
            return;
        }
        byte[] bytes = text;
        int place = places[0];
        for (int index = 0; index < length; index++) {
            char c = memberId.charAt(index);
            if (c < ' ' || c >= 0x7F || c == '"' || c == '\\') {
                setQuoted(JsonStringEncoder.getInstance().quoteAsUTF8(memberId));
                return;
            }
            bytes[place + index] = (byte) c;
        }
        repeatId();
    }

    /** For an id that is not one of ours, which are digits, letters and hyphens. */
    private void setQuoted(byte[] id) {
        layOut(id.length);
        System.arraycopy(id, 0, text, places[0], id.length);
        repeatId();
    }

    private void repeatId() {
        for (int index = 1; index < places.length; index++) {
            System.arraycopy(text, places[0], text, places[index], idLength);
        }
    }

    /** Makes room for an id. Nearly all have the same length, and then everything else stays where it is. */
    private void layOut(int length) {
        if (length == idLength) {
            return;
        }
        idLength = length;
        text = new byte
                [places.length * length
                        + Arrays.stream(constants)
                                .mapToInt(constant -> constant.length)
                                .sum()];
        int end = 0;
        for (int index = 0; index < constants.length; index++) {
            System.arraycopy(constants[index], 0, text, end, constants[index].length);
            end += constants[index].length;
            if (index < places.length) {
                places[index] = end;
                end += length;
            }
        }
    }
}
