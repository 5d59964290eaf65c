package org.scimsuite.core.filter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.scimsuite.core.schema.AttributePath;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.ResourceType;

/**
 * What is left of a filter over several types for one of them: attributes that the type lacks have no value there (RFC 7644
 * §3.4.2.1), and what the type alone decides is decided.
 */
public sealed interface PartialFilter {

    /** True for all resources of the type, or for none. */
    record Constant(boolean value) implements PartialFilter {}

    /** To be decided for each resource; all attributes in it are the type's. */
    record Open(Filter filter) implements PartialFilter {}

    /** Reduces a filter to what a type leaves open. */
    static PartialFilter of(Filter filter, ResourceType type) {
        if (filter instanceof And and) {
            return joined(of(and.left(), type), of(and.right(), type), And::new, new Constant(true));
        }
        if (filter instanceof Or or) {
            return joined(of(or.left(), type), of(or.right(), type), Or::new, new Constant(false));
        }
        if (filter instanceof Not not) {
            PartialFilter inner = of(not.filter(), type);
            return inner instanceof Constant constant
                    ? new Constant(!constant.value())
                    : new Open(new Not(((Open) inner).filter()));
        }
        Optional<AttributeTarget> target = type.resolve(path(filter));
        if (target.isEmpty() && !isSchemas(path(filter))) {
            return new Constant(filter instanceof Comparison comparison && isTrueOfNoValue(comparison));
        }
        return filter instanceof Comparison comparison && target.equals(type.resolve("meta.resourceType"))
                ? typeComparison(comparison, type)
                : new Open(filter);
    }

    /**
     * Refuses attributes that none of the types has: they are spelled wrong.
     *
     * @throws ScimException 400 invalidFilter
     */
    static void checkAttributes(Filter filter, List<ResourceType> types) {
        if (filter instanceof And and) {
            checkAttributes(and.left(), types);
            checkAttributes(and.right(), types);
        } else if (filter instanceof Or or) {
            checkAttributes(or.left(), types);
            checkAttributes(or.right(), types);
        } else if (filter instanceof Not not) {
            checkAttributes(not.filter(), types);
        } else if (!isSchemas(path(filter))
                && types.stream().allMatch(type -> type.resolve(path(filter)).isEmpty())) {
            String names = types.stream().map(ResourceType::name).collect(Collectors.joining(" or "));
            throw ScimException.badRequest(
                    ScimType.INVALID_FILTER,
                    "In the filter, " + Excerpt.of(path(filter)) + " is not an attribute of " + names + ".");
        }
    }

    private static PartialFilter joined(PartialFilter left, PartialFilter right, Join join, Constant neutral) {
        if (left instanceof Constant constant) {
            return constant.equals(neutral) ? right : constant;
        }
        if (right instanceof Constant constant) {
            return constant.equals(neutral) ? left : constant;
        }
        return new Open(join.of(((Open) left).filter(), ((Open) right).filter()));
    }

    private static PartialFilter typeComparison(Comparison comparison, ResourceType type) {
        if (comparison.literal() instanceof Literal.Text text) {
            boolean same = text.value().equals(type.name());
            if (comparison.operator() == Operator.EQ) {
                return new Constant(same);
            }
            if (comparison.operator() == Operator.NE) {
                return new Constant(!same);
            }
        }
        return new Open(comparison);
    }

    /** As {@link BoundFilter} has it: no value is equal to null, and to nothing else. */
    private static boolean isTrueOfNoValue(Comparison comparison) {
        boolean withNull = comparison.literal() instanceof Literal.Null;
        return comparison.operator() == (withNull ? Operator.EQ : Operator.NE);
    }

    private static AttributePath path(Filter filter) {
        if (filter instanceof Comparison comparison) {
            return comparison.path();
        }
        return filter instanceof Present present ? present.path() : ((ValuePath) filter).path();
    }

    private static boolean isSchemas(AttributePath path) {
        return path.equals(AttributePath.of(path.attribute()))
                && path.attribute().equalsIgnoreCase("schemas");
    }

    /** And, or. */
    interface Join {
        Filter of(Filter left, Filter right);
    }
}
