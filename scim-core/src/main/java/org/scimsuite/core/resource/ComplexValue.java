package org.scimsuite.core.resource;

import java.util.Arrays;
import java.util.Optional;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributeTable;

/**
 * Values by attribute: a complex value, or the attributes of a resource. Immutable. The values stand in an array in the
 * order of the attribute table, so a bound path reads one slot.
 */
public final class ComplexValue implements AttributeValue {

    private final AttributeTable table;
    /** Null in a slot is an attribute without value; slots never leave this package. */
    private final AttributeValue[] slots;

    private ComplexValue(AttributeTable table, AttributeValue[] slots) {
        this.table = table;
        this.slots = slots;
    }

    public static ComplexValue empty(AttributeTable table) {
        return new ComplexValue(table, new AttributeValue[table.size()]);
    }

    public AttributeTable table() {
        return table;
    }

    public boolean isEmpty() {
        for (AttributeValue slot : slots) {
            if (slot != null) {
                return false;
            }
        }
        return true;
    }

    public Optional<AttributeValue> get(int index) {
        return Optional.ofNullable(slots[index]);
    }

    /** As {@link #get(int)}, null when there is none: for those that go through all slots of many values. */
    AttributeValue slot(int index) {
        return slots[index];
    }

    /** The value of an attribute by its name in any case; empty when it has none or there is no such attribute. */
    public Optional<AttributeValue> get(String name) {
        int index = table.indexOf(name);
        return index == AttributeTable.ABSENT ? Optional.empty() : get(index);
    }

    /** The value of a text attribute. */
    public Optional<String> text(String name) {
        return get(name).filter(TextValue.class::isInstance).map(value -> ((TextValue) value).value());
    }

    /** Whether a boolean attribute is true. */
    public boolean isTrue(String name) {
        return get(name)
                .filter(BooleanValue.class::isInstance)
                .map(value -> ((BooleanValue) value).value())
                .orElse(false);
    }

    public ComplexValue with(int index, AttributeValue value) {
        AttributeValue[] copy = slots.clone();
        copy[index] = value;
        return new ComplexValue(table, copy);
    }

    /**
     * @throws IllegalArgumentException when there is no such attribute
     */
    public ComplexValue with(String name, AttributeValue value) {
        return with(indexOf(name), value);
    }

    public ComplexValue without(int index) {
        if (slots[index] == null) {
            return this;
        }
        AttributeValue[] copy = slots.clone();
        copy[index] = null;
        return new ComplexValue(table, copy);
    }

    /**
     * @throws IllegalArgumentException when there is no such attribute
     */
    public ComplexValue without(String name) {
        return without(indexOf(name));
    }

    /** With a value, or without one. */
    public ComplexValue set(int index, Optional<? extends AttributeValue> value) {
        return value.isPresent() ? with(index, value.get()) : without(index);
    }

    private int indexOf(String name) {
        int index = table.indexOf(name);
        if (index == AttributeTable.ABSENT) {
            throw new IllegalArgumentException("There is no attribute " + name);
        }
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ComplexValue that && table == that.table && Arrays.equals(slots, that.slots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slots);
    }

    /** Names only: values may be personal or secret and do not belong into logs. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int index = 0; index < slots.length; index++) {
            if (slots[index] != null) {
                text.append(text.length() > 1 ? ", " : "")
                        .append(table.get(index).name());
            }
        }
        return text.append('}').toString();
    }

    /** Fills the slots of one value, each once. */
    static final class Builder {

        /** Marks a slot whose attribute was there and had no value, until the value is built. */
        private static final AttributeValue NOTHING = AttributeValue.text("");

        private final AttributeTable table;
        private final AttributeValue[] slots;

        Builder(AttributeTable table) {
            this.table = table;
            this.slots = new AttributeValue[table.size()];
        }

        int indexOf(String name) {
            return table.indexOf(name);
        }

        AttributeDefinition definition(int index) {
            return table.get(index);
        }

        /** Fills a slot; null is no value. */
        void set(int index, AttributeValue value) {
            slots[index] = value == null ? NOTHING : value;
        }

        /** Whether a slot was filled, be it with nothing. */
        boolean has(int index) {
            return slots[index] != null;
        }

        /** Hands the slots over: the builder is not used again. */
        ComplexValue build() {
            for (int index = 0; index < slots.length; index++) {
                if (slots[index] == NOTHING) {
                    slots[index] = null;
                }
            }
            return new ComplexValue(table, slots);
        }
    }
}
