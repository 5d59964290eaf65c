package org.scimsuite.core.filter;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.filter.Filter.And;
import org.scimsuite.core.filter.Filter.Comparison;
import org.scimsuite.core.filter.Filter.Literal;
import org.scimsuite.core.filter.Filter.Not;
import org.scimsuite.core.filter.Filter.Or;
import org.scimsuite.core.filter.Filter.Present;
import org.scimsuite.core.filter.Filter.ValuePath;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributePath;
import org.scimsuite.core.schema.AttributeTable;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.AttributeType;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.schema.Returned;

/**
 * A filter bound to a resource type: paths are looked up, literals converted and case rules decided once, so that evaluating
 * it costs only the comparisons. Immutable.
 *
 * <p>A path to a complex attribute means its {@code value}. {@code ne} is true for an attribute without value. A path that
 * the resource type does not have, or that clients may not read, is an error: it never matches everything.
 */
public final class BoundFilter {

    /** Not in the attribute table, as it follows from the resource, but usable in filters (RFC 7644 §3.4.2.2). */
    private static final AttributeDefinition SCHEMAS = AttributeDefinition.attribute(
                    "schemas", AttributeType.REFERENCE, "The schemas of the resource.")
            .multiValued()
            .build();

    private final Filter filter;
    private final ResourceType type;
    private final Predicate<ScimResource> predicate;

    private BoundFilter(Filter filter, ResourceType type, Predicate<ScimResource> predicate) {
        this.filter = filter;
        this.type = type;
        this.predicate = predicate;
    }

    /** As {@link #bind(Filter, ResourceType, Notes)}, with every tolerance and nobody to read the notes. */
    public static BoundFilter bind(Filter filter, ResourceType type) {
        return bind(filter, type, new Notes());
    }

    /**
     * Binds a filter.
     *
     * @throws ScimException 400 invalidFilter when an attribute is unknown, or operator or value do not suit it
     */
    public static BoundFilter bind(Filter filter, ResourceType type, Notes notes) {
        return new BoundFilter(filter, type, new Binder(type, notes).compile(filter));
    }

    public boolean matches(ScimResource resource) {
        return predicate.test(resource);
    }

    /**
     * The text an attribute must have, by its own rule of case, for the filter to be true: a directory can look that up
     * instead of being read from end to end. Of a list, such as {@code members.value}, one element must have it. Empty when
     * the filter can be true for other texts.
     */
    public Optional<String> requiredText(String path) {
        return type.resolve(path).flatMap(target -> requiredText(filter, target));
    }

    private Optional<String> requiredText(Filter part, AttributeTarget target) {
        if (part instanceof And and) {
            return requiredText(and.left(), target).or(() -> requiredText(and.right(), target));
        }
        return equality(part, target);
    }

    /** The text, where the part says nothing but that the attribute, or an element of it, is equal to it. */
    private Optional<String> equality(Filter part, AttributeTarget target) {
        if (part instanceof ValuePath valuePath && valuePath.filter() instanceof Comparison inner) {
            AttributePath path = new AttributePath(
                    valuePath.path().schema(),
                    valuePath.path().attribute(),
                    Optional.of(inner.path().attribute()));
            return equality(new Comparison(path, inner.operator(), inner.literal()), target);
        }
        if (part instanceof Comparison comparison
                && comparison.operator() == Operator.EQ
                && type.resolve(comparison.path())
                        .map(BoundFilter::compared)
                        .filter(target::equals)
                        .isPresent()) {
            return requiredText(comparison.literal());
        }
        return Optional.empty();
    }

    /** A complex attribute is compared by its {@code value}. */
    private static AttributeTarget compared(AttributeTarget target) {
        int value = target.definition().subAttributes().indexOf("value");
        return value == AttributeTable.ABSENT ? target : target.sub(value);
    }

    /**
     * The texts whose presence in a list, such as {@code members.value}, is all that the filter wants to know about the list:
     * whether it holds others makes no difference. None when the filter is not about the list; empty when it wants to know
     * more.
     */
    public Optional<Set<String>> askedTexts(String path) {
        AttributeTarget target = type.resolve(path).orElseThrow();
        Set<String> asked = new HashSet<>();
        return collectAsked(filter, target, asked) ? Optional.of(asked) : Optional.empty();
    }

    private boolean collectAsked(Filter part, AttributeTarget target, Set<String> asked) {
        if (part instanceof And and) {
            return collectAsked(and.left(), target, asked) && collectAsked(and.right(), target, asked);
        }
        if (part instanceof Or or) {
            return collectAsked(or.left(), target, asked) && collectAsked(or.right(), target, asked);
        }
        if (part instanceof Not not) {
            return collectAsked(not.filter(), target, asked);
        }
        Optional<String> text = equality(part, target);
        text.ifPresent(asked::add);
        return text.isPresent() || !isAbout(part, target);
    }

    private boolean isAbout(Filter part, AttributeTarget target) {
        AttributePath path = part instanceof Comparison comparison
                ? comparison.path()
                : part instanceof Present present ? present.path() : ((ValuePath) part).path();
        return type.resolve(path)
                .filter(found ->
                        found.extension() == target.extension() && found.attributeIndex() == target.attributeIndex())
                .isPresent();
    }

    private static Optional<String> requiredText(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return Optional.of(text.value());
        }
        return literal instanceof Literal.Numeric number ? Optional.of(number.text()) : Optional.empty();
    }

    @Override
    public String toString() {
        return filter.toString();
    }

    private record Binder(ResourceType type, Notes notes) {

        Predicate<ScimResource> compile(Filter filter) {
            if (filter instanceof And and) {
                return compile(and.left()).and(compile(and.right()));
            }
            if (filter instanceof Or or) {
                return compile(or.left()).or(compile(or.right()));
            }
            if (filter instanceof Not not) {
                return compile(not.filter()).negate();
            }
            if (filter instanceof ValuePath valuePath) {
                return valuePath(valuePath);
            }
            if (filter instanceof Present present) {
                Function<ScimResource, Optional<AttributeValue>> read =
                        isSchemas(present.path()) ? Binder::schemas : reader(target(present.path()));
                return resource ->
                        read.apply(resource).filter(Presence::isPresent).isPresent();
            }
            return comparison((Comparison) filter);
        }

        private Predicate<ScimResource> valuePath(ValuePath valuePath) {
            AttributeTarget target = target(valuePath.path());
            ElementFilter inner = ElementFilter.bind(valuePath.filter(), target.definition(), notes);
            return resource -> resource.get(target)
                    .filter(value -> value instanceof MultiValue multi
                            ? multi.values().stream().anyMatch(inner::matches)
                            : inner.matches(value))
                    .isPresent();
        }

        private Predicate<ScimResource> comparison(Comparison comparison) {
            if (isSchemas(comparison.path())) {
                ValueTest test = ValueTests.of(comparison, SCHEMAS, notes);
                return resource -> ValueTest.any(test, schemas(resource));
            }
            AttributeTarget target = target(comparison.path());
            if (target.definition().complex()) {
                if (comparison.literal() instanceof Literal.Null) {
                    return absence(comparison, target);
                }
                target = valueOf(target, comparison.path());
            }
            ValueTest test = ValueTests.of(comparison, target.definition(), notes);
            if (target.attribute().multiValued() && target.subIndex() != AttributeTarget.WHOLE) {
                AttributeTarget list = target.sub(AttributeTarget.WHOLE);
                int part = target.subIndex();
                return resource -> ValueTest.anyPart(test, resource.get(list), part);
            }
            Function<ScimResource, Optional<AttributeValue>> read = reader(target);
            return resource -> ValueTest.any(test, read.apply(resource));
        }

        private Predicate<ScimResource> absence(Comparison comparison, AttributeTarget target) {
            Predicate<ScimResource> present = resource -> resource.get(target).isPresent();
            return switch (comparison.operator()) {
                case EQ -> present.negate();
                case NE -> present;
                default -> throw invalid(comparison.path(), "can be compared with null by eq and ne only");
            };
        }

        private AttributeTarget valueOf(AttributeTarget target, AttributePath path) {
            int value = target.attribute().subAttributes().indexOf("value");
            if (value < 0) {
                throw invalid(path, "has several parts; name the one to compare");
            }
            return target.sub(value);
        }

        private AttributeTarget target(AttributePath path) {
            AttributeTarget target =
                    type.resolve(path).orElseThrow(() -> invalid(path, "is not an attribute of " + type.name()));
            // Else a secret could be guessed letter by letter.
            if (target.attribute().returned() == Returned.NEVER
                    || target.definition().returned() == Returned.NEVER) {
                throw invalid(path, "cannot be read and so cannot be compared");
            }
            return target;
        }

        private static Function<ScimResource, Optional<AttributeValue>> reader(AttributeTarget target) {
            return resource -> resource.get(target);
        }

        private static boolean isSchemas(AttributePath path) {
            return path.schema().isEmpty()
                    && path.subAttribute().isEmpty()
                    && path.attribute().equalsIgnoreCase("schemas");
        }

        private static Optional<AttributeValue> schemas(ScimResource resource) {
            List<AttributeValue> uris =
                    resource.schemas().stream().map(AttributeValue::text).toList();
            return Optional.of(new MultiValue(uris));
        }

        private static ScimException invalid(AttributePath path, String problem) {
            return ScimException.badRequest(
                    ScimType.INVALID_FILTER, "In the filter, " + Excerpt.of(path) + " " + problem + ".");
        }
    }
}
