package org.scimsuite.core.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributeTable;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.Mutability;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.schema.Returned;

/**
 * Which attributes an answer shows (RFC 7644 §3.9), decided once per request. {@code schemas} is always shown. Immutable
 * once made.
 */
public final class Projection {

    private final List<Table> tables = new ArrayList<>();
    private final Predicate<String> others;

    /**
     * @param others of attributes that no schema has, by their lower-case names
     */
    private Projection(ResourceType type, Predicate<AttributeDefinition> shown, Predicate<String> others) {
        this.others = others;
        for (int extension = AttributeTarget.BASE; extension < type.extensions().size(); extension++) {
            tables.add(new Table(type.attributes(extension), shown));
        }
    }

    /**
     * As {@link #of(ResourceType, UnknownAttributes, Optional, Optional)}, without attributes that no schema has.
     */
    public static Projection of(ResourceType type, Optional<String> attributes, Optional<String> excludedAttributes) {
        return of(type, UnknownAttributes.IGNORE, attributes, excludedAttributes);
    }

    /**
     * From the two query parameters: names, paths or whole schema URIs in any case, separated by commas. Names that the
     * resource type does not have are passed over; a blank parameter counts as absent.
     *
     * @throws ScimException 400 invalidValue when both are given, as they exclude each other
     */
    public static Projection of(
            ResourceType type,
            UnknownAttributes unknown,
            Optional<String> attributes,
            Optional<String> excludedAttributes) {
        List<String> included = names(attributes);
        List<String> excluded = names(excludedAttributes);
        if (!included.isEmpty() && !excluded.isEmpty()) {
            throw ScimException.badRequest(
                    ScimType.INVALID_VALUE, "Send either attributes or excludedAttributes, not both.");
        }
        if (!included.isEmpty()) {
            Projection projection = new Projection(
                    type,
                    definition -> definition.returned() == Returned.ALWAYS,
                    name -> unknown == UnknownAttributes.KEEP && included.contains(name));
            included.forEach(name -> projection.include(type, name));
            return projection;
        }
        Projection projection = new Projection(
                type, Projection::byDefault, name -> unknown == UnknownAttributes.KEEP && !excluded.contains(name));
        excluded.forEach(name -> projection.exclude(type, name));
        return projection;
    }

    /** What is shown when the client does not say: attributes returned always or by default. */
    public static Projection all(ResourceType type) {
        return new Projection(type, Projection::byDefault, name -> false);
    }

    /** What is kept of a resource: what clients may write and read. */
    static Projection stored(ResourceType type) {
        return new Projection(
                type,
                definition -> definition.mutability() != Mutability.READ_ONLY
                        && definition.mutability() != Mutability.WRITE_ONLY
                        && definition.returned() != Returned.NEVER,
                name -> true);
    }

    /** Whether an attribute that no schema has is shown. */
    boolean showsOther(String name) {
        return others.test(name.toLowerCase(Locale.ROOT));
    }

    /** Whether an attribute or a part of it is shown where it has a value; of an attribute, whether any of its parts may be. */
    public boolean shows(AttributeTarget target) {
        Table table = table(target.extension());
        boolean whole = target.subIndex() == AttributeTarget.WHOLE;
        return table.shown[target.attributeIndex()]
                && (whole || table.parts(target.attributeIndex()).shown[target.subIndex()]);
    }

    Table table(int extension) {
        return tables.get(extension + 1);
    }

    private void include(ResourceType type, String name) {
        Optional<Integer> extension = schema(type, name);
        if (extension.isPresent()) {
            table(extension.get()).add(Projection::byDefault);
            return;
        }
        type.resolve(name)
                .filter(target -> target.attribute().returned() != Returned.NEVER)
                .filter(target -> target.definition().returned() != Returned.NEVER)
                .ifPresent(target -> {
                    Table table = table(target.extension());
                    table.show(target.attributeIndex(), true);
                    Table parts = table.parts(target.attributeIndex());
                    if (target.subIndex() == AttributeTarget.WHOLE) {
                        parts.add(Projection::byDefault);
                    } else {
                        parts.show(target.subIndex(), true);
                    }
                });
    }

    private void exclude(ResourceType type, String name) {
        Optional<Integer> extension = schema(type, name);
        if (extension.isPresent()) {
            table(extension.get()).set(definition -> definition.returned() == Returned.ALWAYS);
            return;
        }
        type.resolve(name)
                .filter(target -> target.definition().returned() != Returned.ALWAYS)
                .ifPresent(target -> {
                    Table table = table(target.extension());
                    if (target.subIndex() == AttributeTarget.WHOLE) {
                        table.show(target.attributeIndex(), false);
                    } else {
                        table.parts(target.attributeIndex()).show(target.subIndex(), false);
                    }
                });
    }

    /** Which table a whole schema URI means. */
    private static Optional<Integer> schema(ResourceType type, String name) {
        return type.schema().id().equalsIgnoreCase(name) ? Optional.of(AttributeTarget.BASE) : type.extension(name);
    }

    private static boolean byDefault(AttributeDefinition definition) {
        return definition.returned() == Returned.ALWAYS || definition.returned() == Returned.DEFAULT;
    }

    private static List<String> names(Optional<String> parameter) {
        List<String> names = new ArrayList<>();
        for (String name : parameter.orElse("").split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** What is shown of one attribute table. */
    static final class Table {

        private static final Table NONE = new Table(AttributeTable.of(List.of()), definition -> false);

        private final AttributeTable attributes;
        private final boolean[] shown;
        private final Table[] parts;
        private int hidden;

        private Table(AttributeTable attributes, Predicate<AttributeDefinition> rule) {
            this.attributes = attributes;
            this.shown = new boolean[attributes.size()];
            this.parts = new Table[attributes.size()];
            this.hidden = attributes.size();
            for (int index = 0; index < shown.length; index++) {
                AttributeTable subAttributes = attributes.get(index).subAttributes();
                parts[index] = subAttributes.size() == 0 ? NONE : new Table(subAttributes, rule);
            }
            set(rule);
        }

        /** Shows exactly what meets the rule, at both levels. */
        private void set(Predicate<AttributeDefinition> rule) {
            for (int index = 0; index < shown.length; index++) {
                show(index, rule.test(attributes.get(index)));
                parts[index].set(rule);
            }
        }

        /** Shows what meets the rule too, at both levels. */
        private void add(Predicate<AttributeDefinition> rule) {
            for (int index = 0; index < shown.length; index++) {
                show(index, shown[index] || rule.test(attributes.get(index)));
                parts[index].add(rule);
            }
        }

        private void show(int index, boolean isShown) {
            hidden += (shown[index] ? 1 : 0) - (isShown ? 1 : 0);
            shown[index] = isShown;
        }

        Table parts(int index) {
            return parts[index];
        }

        boolean shows(int index, AttributeValue value) {
            if (!shown[index]) {
                return false;
            }
            if (value instanceof MultiValue multi) {
                for (AttributeValue element : multi.values()) {
                    if (showsElement(index, element)) {
                        return true;
                    }
                }
                return false;
            }
            return showsElement(index, value);
        }

        private boolean showsElement(int index, AttributeValue value) {
            return !(value instanceof ComplexValue complex) || parts[index].showsPartOf(complex);
        }

        /** As {@link #showsAnyOf}, for a table without complex attributes: often it hides nothing, and any value will do. */
        boolean showsPartOf(ComplexValue values) {
            return hidden == 0 ? !values.isEmpty() : showsAnyOf(values);
        }

        boolean showsAnyOf(ComplexValue values) {
            for (int index = 0; index < shown.length; index++) {
                if (shown[index]) {
                    AttributeValue value = values.slot(index);
                    if (value != null && shows(index, value)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
