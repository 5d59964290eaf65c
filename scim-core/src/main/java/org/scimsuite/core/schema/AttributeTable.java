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

    private final AttributeDefinition[] attributes;
    /**
     * The names in the schema's spelling, which is what nearly all clients send: each stands at the place that its hash
     * gives, or at the next that is free (null). More than half of the places are.
     */
    private final String[] spellings;

    /** Beside each spelling the index of its attribute. */
    private final int[] indexes;

    private final Map<String, Integer> indexByLowerCase = new HashMap<>();

    private AttributeTable(List<AttributeDefinition> attributes) {
        this.attributes = attributes.toArray(AttributeDefinition[]::new);
        this.spellings = new String[4 * Integer.highestOneBit(Math.max(1, attributes.size()))];
        this.indexes = new int[spellings.length];
        for (int index = 0; index < this.attributes.length; index++) {
            String name = this.attributes[index].name();
            if (indexByLowerCase.putIfAbsent(name.toLowerCase(Locale.ROOT), index) != null) {
                throw new IllegalArgumentException("Two attributes have the name " + name);
            }
            int place = placeOf(name);
            spellings[place] = name;
            indexes[place] = index;
        }
    }

    /** The place of a name in the schema's spelling, or the free one where it would stand. */
    private int placeOf(String name) {
        int hash = name.hashCode();
        int place = (hash ^ (hash >>> 7)) & (spellings.length - 1);
        while (spellings[place] != null && !spellings[place].equals(name)) {
            place = (place + 1) & (spellings.length - 1);
        }
        return place;
    }

    /**
     * @throws IllegalArgumentException when two names differ at most in case
     */
    public static AttributeTable of(List<AttributeDefinition> attributes) {
        return attributes.isEmpty() ? EMPTY : new AttributeTable(attributes);
    }

    public int size() {
        return attributes.length;
    }

    public AttributeDefinition get(int index) {
        return attributes[index];
    }

    /** The index of a name in any case, or {@link #ABSENT}. */
    public int indexOf(String anyCase) {
        int place = placeOf(anyCase);
        return spellings[place] == null
                ? indexByLowerCase.getOrDefault(anyCase.toLowerCase(Locale.ROOT), ABSENT)
                : indexes[place];
    }

    public Optional<AttributeDefinition> attribute(String anyCase) {
        int index = indexOf(anyCase);
        return index == ABSENT ? Optional.empty() : Optional.of(attributes[index]);
    }

    public List<AttributeDefinition> asList() {
        return List.of(attributes);
    }

    @Override
    public Iterator<AttributeDefinition> iterator() {
        return asList().iterator();
    }
}
