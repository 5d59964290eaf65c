package org.scimsuite.core.resource;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.JsonInput;
import org.scimsuite.core.message.JsonSource;
import org.scimsuite.core.message.MemberNames;
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
        issues.enter(definition.name());
        Optional<AttributeValue> value = definition.multiValued() ? list(json, definition) : single(json, definition);
        issues.leave();
        return value;
    }

    /** As {@link #read}, for one element of a multi-valued attribute. */
    public Optional<AttributeValue> readElement(JsonInput json, AttributeDefinition definition) {
        issues.enter(definition.name());
        Optional<AttributeValue> value =
                json.token() == JsonToken.START_ARRAY ? listForSingle(json, definition) : single(json, definition);
        issues.leave();
        return value;
    }

    private Optional<AttributeValue> list(JsonInput json, AttributeDefinition definition) {
        List<AttributeValue> elements = new ArrayList<>();
        if (json.token() == JsonToken.START_ARRAY) {
            for (int index = 0; json.next() != JsonToken.END_ARRAY; index++) {
                issues.enter(index);
                single(json, definition).ifPresent(elements::add);
                issues.leave();
            }
        } else {
            single(json, definition)
                    .filter(element -> toleratesSingle(definition))
                    .ifPresent(elements::add);
        }
        checkPrimary(elements);
        return elements.isEmpty() ? Optional.empty() : Optional.of(new MultiValue(elements));
    }

    private boolean toleratesSingle(AttributeDefinition definition) {
        boolean tolerated = notes.tolerates(Tolerance.SINGLE_FOR_LIST);
        if (!tolerated) {
            issues.invalidValue("must be a list, because " + definition + " has several values");
        }
        return tolerated;
    }

    private void checkPrimary(List<AttributeValue> elements) {
        int primaries = 0;
        for (AttributeValue element : elements) {
            primaries += element instanceof ComplexValue complex && complex.isTrue("primary") ? 1 : 0;
        }
        if (primaries > 1) {
            issues.invalidValue("has more than one primary value; mark one at most");
        }
    }

    private Optional<AttributeValue> single(JsonInput json, AttributeDefinition definition) {
        if (json.token() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (json.token() == JsonToken.START_ARRAY && !definition.multiValued()) {
            return listForSingle(json, definition);
        }
        if (isEmptyText(json) && notes.tolerates(Tolerance.EMPTY_TEXT_IS_UNASSIGNED)) {
            return Optional.empty();
        }
        return definition.complex() ? complex(json, definition) : SimpleValues.read(json, definition, notes, issues);
    }

    /** An empty list clears a singular attribute as well, and a list of one is tolerated; more do not fit into it. */
    private Optional<AttributeValue> listForSingle(JsonInput json, AttributeDefinition definition) {
        JsonNode list = json.tree();
        if (list.size() == 1 && !list.get(0).isArray() && notes.tolerates(Tolerance.LIST_FOR_SINGLE)) {
            return single(JsonSource.of(list.get(0)), definition);
        }
        if (!list.isEmpty()) {
            issues.invalidValue("must be a single value, not a list");
        }
        return Optional.empty();
    }

    private boolean isEmptyText(JsonInput json) {
        return origin == Origin.CLIENT
                && json.token() == JsonToken.VALUE_STRING
                && json.text().isEmpty();
    }

    private Optional<AttributeValue> complex(JsonInput json, AttributeDefinition definition) {
        if (json.token() == JsonToken.START_OBJECT) {
            ComplexValue value = object(json, definition.subAttributes());
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }
        int valueIndex = definition.subAttributes().indexOf("value");
        if (json.token() == JsonToken.VALUE_STRING
                && valueIndex != AttributeTable.ABSENT
                && definition.subAttributes().get(valueIndex).type() != AttributeType.BINARY
                && notes.tolerates(Tolerance.TEXT_FOR_COMPLEX)) {
            return Optional.of(
                    ComplexValue.empty(definition.subAttributes()).with(valueIndex, new TextValue(json.text())));
        }
        issues.invalidValue("must be an object");
        json.skipValue();
        return Optional.empty();
    }

    /** Reads the members of an object by a table: a complex value, or an extension. */
    ComplexValue object(JsonInput json, AttributeTable table) {
        ComplexValue.Builder builder = new ComplexValue.Builder(table);
        BitSet seen = new BitSet(table.size());
        MemberNames unknown = new MemberNames();
        while (json.next() != JsonToken.END_OBJECT) {
            String name = json.name();
            int index = table.indexOf(name);
            json.next();
            if (index == AttributeTable.ABSENT) {
                unknown.add(name, json);
                unknown(json, name);
                continue;
            }
            if (seen.get(index)) {
                throw MemberNames.twice(name, json);
            }
            seen.set(index);
            member(json, table.get(index)).ifPresent(value -> builder.set(index, value));
        }
        return builder.build();
    }

    /** Reads a member, unless it is one that only the server sets. */
    Optional<AttributeValue> member(JsonInput json, AttributeDefinition definition) {
        if (origin == Origin.CLIENT && definition.mutability() == Mutability.READ_ONLY) {
            json.skipValue();
            return Optional.empty();
        }
        return read(json, definition);
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
