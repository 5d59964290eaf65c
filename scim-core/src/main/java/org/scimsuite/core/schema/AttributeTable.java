package org.scimsuite.core.schema;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Attributes in a fixed order, found by name in any case (RFC 7643 §2.1). The place of an attribute is its index here, so
 * values live in plain arrays and a bound path costs an array access.
 */
public final class AttributeTable implements Iterable<AttributeDefinition> {

    /** The answer of {@link #indexOf} for a name that is not in the table. */
    public static final int ABSENT = -1;

    private static final AttributeTable EMPTY = new AttributeTable(List.of());

    private final List<AttributeDefinition> attributes;
    /** Both the schema's spelling, which is what most clients send, and the lower-case form. */
    private final Map<String, Integer> indexByName;

    private AttributeTable(List<AttributeDefinition> attributes) {
        this.attributes = List.copyOf(attributes);
        this.indexByName = new HashMap<>();
        for (int index = 0; index < attributes.size(); index++) {
            String name = attributes.get(index).name();
            if (indexByName.putIfAbsent(lower(name), index) != null) {
                throw new IllegalArgumentException("Two attributes have the name " + name);
            }
            indexByName.put(name, index);
        }
    }

    /**
     * @throws IllegalArgumentException when two names differ at most in case
     */
    public static AttributeTable of(List<AttributeDefinition> attributes) {
        return attributes.isEmpty() ? EMPTY : new AttributeTable(attributes);
    }

    public int size() {
        return attributes.size();
    }

    public AttributeDefinition get(int index) {
        return attributes.get(index);
    }

    /** The index of a name in any case, or {@link #ABSENT}. */
    public int indexOf(String anyCase) {
        Integer index = indexByName.get(anyCase);
        if (index == null) {
            index = indexByName.get(lower(anyCase));
        }
        return index == null ? ABSENT : index;
    }

    public Optional<AttributeDefinition> attribute(String anyCase) {
        int index = indexOf(anyCase);
        return index == ABSENT ? Optional.empty() : Optional.of(attributes.get(index));
    }

    public List<AttributeDefinition> asList() {
        return attributes;
    }

    @Override
    public Iterator<AttributeDefinition> iterator() {
        return attributes.iterator();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
