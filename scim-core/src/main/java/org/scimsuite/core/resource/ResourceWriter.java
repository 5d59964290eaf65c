package org.scimsuite.core.resource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.scimsuite.core.resource.AttributeValue.BinaryValue;
import org.scimsuite.core.resource.AttributeValue.BooleanValue;
import org.scimsuite.core.resource.AttributeValue.DateTimeValue;
import org.scimsuite.core.resource.AttributeValue.DecimalValue;
import org.scimsuite.core.resource.AttributeValue.IntegerValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.AttributeValue.TextValue;
import org.scimsuite.core.schema.AttributeTable;
import org.scimsuite.core.schema.AttributeTarget;

/** Writes resources as JSON, in the order of the schema and with its spelling of names. */
public final class ResourceWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ResourceWriter() {}

    /** The resource as an answer shows it, in UTF-8. */
    public static byte[] write(ScimResource resource, Projection projection) {
        JsonBytes out = new JsonBytes();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json, resource, projection);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return out.toByteArray();
    }

    /** Writes the resource as an answer shows it, for lists of them. */
    public static void write(JsonGenerator json, ScimResource resource, Projection projection) throws IOException {
        json.writeStartObject();
        writeAttributes(json, resource, projection);
        json.writeEndObject();
    }

    /** As above, with attributes that are read while they are written, behind those of the resource. */
    public static void write(JsonGenerator json, ScimResource resource, Projection projection, Streamed more)
            throws IOException {
        json.writeStartObject();
        writeAttributes(json, resource, projection);
        more.write();
        json.writeEndObject();
    }

    /** Attributes that do not stand in memory. */
    public interface Streamed {
        /** Writes them as members of the current object. */
        void write() throws IOException;
    }

    private static void writeAttributes(JsonGenerator json, ScimResource resource, Projection projection)
            throws IOException {
        json.writeArrayFieldStart("schemas");
        for (String uri : resource.schemas()) {
            json.writeString(uri);
        }
        if (!resource.others().isEmpty()) {
            for (String uri : resource.others().schemas(projection::showsOther)) {
                json.writeString(uri);
            }
        }
        json.writeEndArray();
        writeMembers(json, resource.attributes(AttributeTarget.BASE), projection.table(AttributeTarget.BASE));
        for (int index = 0; index < resource.type().extensions().size(); index++) {
            ComplexValue attributes = resource.attributes(index);
            Projection.Table shown = projection.table(index);
            if (shown.showsAnyOf(attributes)) {
                json.writeObjectFieldStart(
                        resource.type().extensions().get(index).schema().id());
                writeMembers(json, attributes, shown);
                json.writeEndObject();
            }
        }
        if (!resource.others().isEmpty()) {
            resource.others().write(json, projection::showsOther);
        }
    }

    /**
     * The part of a resource that is kept: what clients may write and read. Attributes of the server ({@code id},
     * {@code meta}, {@code groups}) and secrets ({@code password}) are not part of it.
     */
    public static String writeStored(ScimResource resource) {
        return new String(write(resource, Projection.stored(resource.type())), StandardCharsets.UTF_8);
    }

    private static void writeMembers(JsonGenerator json, ComplexValue values, Projection.Table shown)
            throws IOException {
        AttributeTable table = values.table();
        for (int index = 0; index < table.size(); index++) {
            AttributeValue value = values.slot(index);
            if (value != null && shown.shows(index, value)) {
                json.writeFieldName(table.get(index).jsonName());
                writeValue(json, value, shown.parts(index));
            }
        }
    }

    private static void writeValue(JsonGenerator json, AttributeValue value, Projection.Table parts)
            throws IOException {
        if (value instanceof MultiValue multi) {
            json.writeStartArray();
            for (AttributeValue element : multi.values()) {
                if (!(element instanceof ComplexValue complex) || parts.showsPartOf(complex)) {
                    writeValue(json, element, parts);
                }
            }
            json.writeEndArray();
        } else if (value instanceof ComplexValue complex) {
            json.writeStartObject();
            writeMembers(json, complex, parts);
            json.writeEndObject();
        } else {
            writeSimple(json, (AttributeValue.Simple) value);
        }
    }

    private static void writeSimple(JsonGenerator json, AttributeValue.Simple value) throws IOException {
        if (value instanceof TextValue text) {
            json.writeString(text.value());
        } else if (value instanceof BooleanValue bool) {
            json.writeBoolean(bool.value());
        } else if (value instanceof IntegerValue integer) {
            json.writeNumber(integer.value());
        } else if (value instanceof DecimalValue decimal) {
            json.writeNumber(decimal.value());
        } else if (value instanceof DateTimeValue dateTime) {
            json.writeString(dateTime.text());
        } else if (value instanceof BinaryValue binary) {
            json.writeString(binary.base64());
        }
    }
}
