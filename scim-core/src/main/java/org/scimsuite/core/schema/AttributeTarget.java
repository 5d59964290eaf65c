package org.scimsuite.core.schema;

import java.util.Optional;

/**
 * A place in the attribute table of a resource type: what a path means.
 *
 * @param extension index into {@link ResourceType#extensions()}, or {@link #BASE}
 * @param attributeIndex index into that table
 * @param subIndex index into the attribute's sub-attributes, or {@link #WHOLE}
 */
public record AttributeTarget(ResourceType type, int extension, int attributeIndex, int subIndex) {

    /** The base table: common attributes and base schema. */
    public static final int BASE = -1;

    /** No sub-attribute: the attribute itself. */
    public static final int WHOLE = -1;

    /** The attribute, also when the target is one of its sub-attributes. */
    public AttributeDefinition attribute() {
        return type.attributes(extension).get(attributeIndex);
    }

    public Optional<AttributeDefinition> subAttribute() {
        return subIndex == WHOLE
                ? Optional.empty()
                : Optional.of(attribute().subAttributes().get(subIndex));
    }

    /** What the target's value is an instance of: the sub-attribute when there is one, else the attribute. */
    public AttributeDefinition definition() {
        return subAttribute().orElseGet(this::attribute);
    }

    public AttributeTarget sub(int index) {
        return new AttributeTarget(type, extension, attributeIndex, index);
    }

    /** The canonical path, with the schema URI for an extension's attribute. */
    @Override
    public String toString() {
        String prefix = extension == BASE
                ? ""
                : type.extensions().get(extension).schema().id() + ":";
        return prefix
                + attribute().name()
                + subAttribute().map(sub -> "." + sub.name()).orElse("");
    }
}
