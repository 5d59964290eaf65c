package org.scimsuite.core.resource;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.JsonInput;
import org.scimsuite.core.message.JsonSource;
import org.scimsuite.core.message.MemberNames;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.resource.AttributeValue.BooleanValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.AttributeValue.TextValue;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributeTable;
import org.scimsuite.core.schema.AttributeType;
import org.scimsuite.core.schema.Mutability;

/**
 * Reads the JSON value of an attribute by its definition: of a resource's member, or of a PATCH operation. Problems go to
 * {@link Issues} and reading goes on. No value at all ({@code null}, an empty list, an object without members) is one state,
 * unassigned (RFC 7643 §2.5).
 */
public final class ValueReader {

    /** Who wrote the JSON. */
    public enum Origin {
        /** A client: readOnly sub-attributes are left out, tolerances apply. */
        CLIENT,
        /** This server. */
        STORE
    }

    private final Origin origin;
    private final UnknownAttributes unknownAttributes;
    private final Notes notes;
    private final Issues issues;

    public ValueReader(Origin origin, UnknownAttributes unknownAttributes, Notes notes, Issues issues) {
        this.origin = origin;
        this.unknownAttributes = unknownAttributes;
        this.notes = notes;
        this.issues = issues;
    }

    /** Reads the value that starts at the current token, for an attribute, and stays on its last token. */
    public Optional<AttributeValue> read(JsonInput json, AttributeDefinition definition) {
        return Optional.ofNullable(value(json, definition));
    }

    /** As {@link #read}; null is no value, here and below, as a body has many values and each is looked at once. */
    private AttributeValue value(JsonInput json, AttributeDefinition definition) {
        issues.enter(definition.name());
        AttributeValue value = definition.multiValued() ? list(json, definition) : single(json, definition);
        issues.leave();
        return value;
    }

    /** As {@link #read}, for one element of a multi-valued attribute. */
    public Optional<AttributeValue> readElement(JsonInput json, AttributeDefinition definition) {
        issues.enter(definition.name());
        AttributeValue value =
                json.token() == JsonToken.START_ARRAY ? listForSingle(json, definition) : single(json, definition);
        issues.leave();
        return Optional.ofNullable(value);
    }

    private AttributeValue list(JsonInput json, AttributeDefinition definition) {
        List<AttributeValue> elements = new ArrayList<>();
        if (json.token() == JsonToken.START_ARRAY) {
            for (int index = 0; json.next() != JsonToken.END_ARRAY; index++) {
                issues.enter(index);
                AttributeValue element = single(json, definition);
                if (element != null) {
                    elements.add(element);
                }
                issues.leave();
            }
        } else {
            AttributeValue element = single(json, definition);
            if (element != null && toleratesSingle(definition)) {
                elements.add(element);
            }
        }
        if (elements.size() > 1) {
            checkPrimary(definition, elements);
        }
        return elements.isEmpty() ? null : new MultiValue(elements);
    }

    private boolean toleratesSingle(AttributeDefinition definition) {
        boolean tolerated = notes.tolerates(Tolerance.SINGLE_FOR_LIST);
        if (!tolerated) {
            issues.invalidValue("must be a list, because " + definition + " has several values");
        }
        return tolerated;
    }

    private void checkPrimary(AttributeDefinition definition, List<AttributeValue> elements) {
        int index = definition.subAttributes().indexOf("primary");
        if (index == AttributeTable.ABSENT) {
            return;
        }
        int primaries = 0;
        for (AttributeValue element : elements) {
            primaries +=
                    ((ComplexValue) element).slot(index) instanceof BooleanValue primary && primary.value() ? 1 : 0;
        }
        if (primaries > 1) {
            issues.invalidValue("has more than one primary value; mark one at most");
        }
    }

    private AttributeValue single(JsonInput json, AttributeDefinition definition) {
        if (json.token() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.token() == JsonToken.START_ARRAY && !definition.multiValued()) {
            return listForSingle(json, definition);
        }
        if (isEmptyText(json) && notes.tolerates(Tolerance.EMPTY_TEXT_IS_UNASSIGNED)) {
            return null;
        }
        return definition.complex() ? complex(json, definition) : SimpleValues.read(json, definition, notes, issues);
    }

    /** An empty list clears a singular attribute as well, and a list of one is tolerated; more do not fit into it. */
    private AttributeValue listForSingle(JsonInput json, AttributeDefinition definition) {
        JsonNode list = json.tree();
        if (list.size() == 1 && !list.get(0).isArray() && notes.tolerates(Tolerance.LIST_FOR_SINGLE)) {
            return single(JsonSource.of(list.get(0)), definition);
        }
        if (!list.isEmpty()) {
            issues.invalidValue("must be a single value, not a list");
        }
        return null;
    }

    private boolean isEmptyText(JsonInput json) {
        return origin == Origin.CLIENT
                && json.token() == JsonToken.VALUE_STRING
                && json.text().isEmpty();
    }

    private AttributeValue complex(JsonInput json, AttributeDefinition definition) {
        if (json.token() == JsonToken.START_OBJECT) {
            ComplexValue value = object(json, definition.subAttributes());
            return value.isEmpty() ? null : value;
        }
        int valueIndex = definition.subAttributes().indexOf("value");
        if (json.token() == JsonToken.VALUE_STRING
                && valueIndex != AttributeTable.ABSENT
                && definition.subAttributes().get(valueIndex).type() != AttributeType.BINARY
                && notes.tolerates(Tolerance.TEXT_FOR_COMPLEX)) {
            return ComplexValue.empty(definition.subAttributes()).with(valueIndex, new TextValue(json.text()));
        }
        issues.invalidValue("must be an object");
        json.skipValue();
        return null;
    }

    /** Reads the members of an object by a table: a complex value, or an extension. */
    ComplexValue object(JsonInput json, AttributeTable table) {
        ComplexValue.Builder builder = new ComplexValue.Builder(table);
        // made when there is a first one, as most objects have none
        MemberNames unknown = null;
        while (json.next() != JsonToken.END_OBJECT) {
            String name = json.name();
            json.next();
            if (!member(json, name, builder)) {
                unknown = unknown == null ? new MemberNames() : unknown;
                unknown.add(name, json);
                unknown(json, name);
            }
        }
        return builder.build();
    }

    /**
     * Reads a member into its place, unless it is one that only the server sets.
     *
     * @return whether the table has an attribute of this name
     * @throws ScimException 400 invalidSyntax when the member was there before
     */
    boolean member(JsonInput json, String name, ComplexValue.Builder builder) {
        int index = builder.indexOf(name);
        if (index == AttributeTable.ABSENT) {
            return false;
        }
        if (builder.has(index)) {
            throw MemberNames.twice(name, json);
        }
        AttributeDefinition definition = builder.definition(index);
        if (origin == Origin.CLIENT && definition.mutability() == Mutability.READ_ONLY) {
            json.skipValue();
            builder.set(index, null);
        } else {
            builder.set(index, value(json, definition));
        }
        return true;
    }

    /** Leaves a member out that the schema does not know, or refuses it. */
    void unknown(JsonInput json, String name) {
        if (unknownAttributes == UnknownAttributes.REFUSE) {
            issues.enter(Excerpt.of(name));
            issues.invalidValue("is not an attribute that this server knows");
            issues.leave();
        } else {
            notes.add("An attribute that this server does not know was left out.");
        }
        json.skipValue();
    }
}
