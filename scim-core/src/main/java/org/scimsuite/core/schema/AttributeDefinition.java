package org.scimsuite.core.schema;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.List;
import java.util.Optional;

/**
 * One attribute and its characteristics (RFC 7643 §2.2, §7). Immutable; two definitions are the same only when they are the
 * same object, because a definition is a place in a table and not a value.
 */
public final class AttributeDefinition {

    private final String name;
    private final SerializableString jsonName;
    private final AttributeType type;
    private final boolean multiValued;
    private final boolean required;
    private final boolean caseExact;
    private final Mutability mutability;
    private final Returned returned;
    private final Uniqueness uniqueness;
    private final List<String> canonicalValues;
    private final List<String> referenceTypes;
    private final String description;
    private final AttributeTable subAttributes;
    private final boolean demanding;

    private AttributeDefinition(Builder builder) {
        this.name = builder.name;
        this.jsonName = new SerializedString(builder.name);
        this.type = builder.type;
        this.multiValued = builder.multiValued;
        this.required = builder.required;
        this.caseExact = builder.caseExact;
        this.mutability = builder.mutability;
        this.returned = builder.returned;
        this.uniqueness = builder.uniqueness;
        this.canonicalValues = builder.canonicalValues;
        this.referenceTypes = builder.referenceTypes;
        this.description = builder.description;
        this.subAttributes = AttributeTable.of(builder.subAttributes);
        this.demanding = (required && mutability != Mutability.READ_ONLY)
                || subAttributes.asList().stream().anyMatch(AttributeDefinition::demanding);
    }

    /**
     * Starts an attribute with the characteristics RFC 7643 §2.2 gives by default: optional, singular, readWrite, returned by
     * default, not unique, and case-insensitive unless the type is compared exactly (binary and reference, RFC 7643 §2.3.6,
     * §2.3.7).
     */
    public static Builder attribute(String name, AttributeType type, String description) {
        return new Builder(name, type, description);
    }

    /** The name in the spelling of the schema. */
    public String name() {
        return name;
    }

    /** The name as a member of a JSON object, encoded once and not for each answer. */
    public SerializableString jsonName() {
        return jsonName;
    }

    public AttributeType type() {
        return type;
    }

    public boolean multiValued() {
        return multiValued;
    }

    public boolean required() {
        return required;
    }

    public boolean caseExact() {
        return caseExact;
    }

    public Mutability mutability() {
        return mutability;
    }

    public Returned returned() {
        return returned;
    }

    public Uniqueness uniqueness() {
        return uniqueness;
    }

    /** Suggested values; others are accepted too (RFC 7643 §7). */
    public List<String> canonicalValues() {
        return canonicalValues;
    }

    public List<String> referenceTypes() {
        return referenceTypes;
    }

    public String description() {
        return description;
    }

    /** The sub-attributes of a complex attribute; an empty table for every other type. */
    public AttributeTable subAttributes() {
        return subAttributes;
    }

    /** Whether clients must give the attribute or one of its sub-attributes: the others need no look for that. */
    public boolean demanding() {
        return demanding;
    }

    public boolean complex() {
        return type == AttributeType.COMPLEX;
    }

    /** The sub-attribute that stands for the whole of a complex value: {@code value} (RFC 7643 §2.4). */
    public Optional<AttributeDefinition> valueAttribute() {
        return subAttributes.attribute("value");
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects the characteristics of one attribute. */
    public static final class Builder {

        private final String name;
        private final AttributeType type;
        private final String description;
        private boolean multiValued;
        private boolean required;
        private boolean caseExact;
        private Mutability mutability = Mutability.READ_WRITE;
        private Returned returned = Returned.DEFAULT;
        private Uniqueness uniqueness = Uniqueness.NONE;
        private List<String> canonicalValues = List.of();
        private List<String> referenceTypes = List.of();
        private List<AttributeDefinition> subAttributes = List.of();

        private Builder(String name, AttributeType type, String description) {
            this.name = name;
            this.type = type;
            this.description = description;
            this.caseExact = type == AttributeType.BINARY || type == AttributeType.REFERENCE;
        }

        public Builder multiValued() {
            multiValued = true;
            return this;
        }

        public Builder required() {
            required = true;
            return this;
        }

        public Builder caseExact() {
            caseExact = true;
            return this;
        }

        public Builder mutability(Mutability value) {
            mutability = value;
            return this;
        }

        public Builder readOnly() {
            return mutability(Mutability.READ_ONLY);
        }

        public Builder returned(Returned value) {
            returned = value;
            return this;
        }

        public Builder uniqueness(Uniqueness value) {
            uniqueness = value;
            return this;
        }

        public Builder canonicalValues(String... values) {
            canonicalValues = List.of(values);
            return this;
        }

        public Builder referenceTypes(String... values) {
            referenceTypes = List.of(values);
            return this;
        }

        /**
         * @throws IllegalArgumentException when the attribute is not complex, or a sub-attribute is (RFC 7643 §2.3.8)
         */
        public Builder subAttributes(AttributeDefinition... definitions) {
            subAttributes = List.of(definitions);
            if (type != AttributeType.COMPLEX || subAttributes.stream().anyMatch(AttributeDefinition::complex)) {
                throw new IllegalArgumentException(
                        "Only a complex attribute has sub-attributes, and simple ones: " + name);
            }
            return this;
        }

        public AttributeDefinition build() {
            return new AttributeDefinition(this);
        }
    }
}
