package org.scimsuite.core.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.filter.ElementFilter;
import org.scimsuite.core.filter.FilterParser;
import org.scimsuite.core.filter.PathExpression;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.BinaryValue;
import org.scimsuite.core.resource.AttributeValue.BooleanValue;
import org.scimsuite.core.resource.AttributeValue.DateTimeValue;
import org.scimsuite.core.resource.AttributeValue.DecimalValue;
import org.scimsuite.core.resource.AttributeValue.IntegerValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.AttributeValue.TextValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.AttributeTable;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.AttributeType;
import org.scimsuite.core.schema.Mutability;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.schema.Returned;

/**
 * An attribute of users that a mapping takes a text from, by its path (RFC 7644 §3.10), which may have a value filter in brackets (§3.5.2). Of
 * several values, or of those that the filter is true for, the primary one counts, else the first; of a complex one its {@code value}.
 */
final class SourcePath {

    private final AttributeTarget target;
    private final Optional<ElementFilter> elements;

    private SourcePath(AttributeTarget target, Optional<ElementFilter> elements) {
        this.target = target;
        this.elements = elements;
    }

    /**
     * Looks a path up.
     *
     * @throws InvalidMappingException when it cannot be read, with the position; when users have no such attribute, or none that a
     *     provider writes and may be shown; when its filter does not fit the attribute
     */
    static SourcePath of(String path, ResourceType users) {
        if (path.indexOf('[') < 0) {
            return new SourcePath(usable(path, users.resolve(path)), Optional.empty());
        }
        try {
            PathExpression expression = FilterParser.parsePath(path, new Notes());
            return filtered(path, expression, users.resolve(expression.attribute()));
        } catch (ScimException e) {
            throw new InvalidMappingException(
                    Excerpt.of(path) + ": " + e.error().detail(), e);
        }
    }

    private static SourcePath filtered(String path, PathExpression expression, Optional<AttributeTarget> found) {
        String name = expression.attribute().toString();
        AttributeTarget list = found.orElseThrow(() -> unknown(name));
        if (!list.definition().multiValued()) {
            throw new InvalidMappingException("The attribute \"" + Excerpt.of(name)
                    + "\" has a single value; the filter behind it has nothing to choose from.");
        }
        Optional<ElementFilter> elements =
                expression.filter().map(filter -> ElementFilter.bind(filter, list.definition(), new Notes()));
        Optional<AttributeTarget> target = expression
                .subAttribute()
                .map(sub -> list.definition().subAttributes().indexOf(sub))
                .map(index -> index == AttributeTable.ABSENT
                        ? Optional.<AttributeTarget>empty()
                        : Optional.of(list.sub(index)))
                .orElse(found);
        return new SourcePath(usable(path, target), elements);
    }

    private static InvalidMappingException unknown(String path) {
        return new InvalidMappingException("Users have no attribute \"" + Excerpt.of(path)
                + "\". Attributes of an extension are named with its URI in front, such as"
                + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department.");
    }

    private static AttributeTarget usable(String path, Optional<AttributeTarget> looked) {
        AttributeTarget found = looked.orElseThrow(() -> unknown(path));
        if (found.attribute().mutability() == Mutability.READ_ONLY
                || found.definition().mutability() == Mutability.READ_ONLY) {
            throw new InvalidMappingException(
                    "The attribute \"" + Excerpt.of(path) + "\" is the server's own; providers do not write it.");
        }
        if (found.attribute().returned() == Returned.NEVER || found.definition().returned() == Returned.NEVER) {
            throw new InvalidMappingException(
                    "The attribute \"" + Excerpt.of(path) + "\" is secret and goes nowhere else.");
        }
        return simple(found, path);
    }

    private static AttributeTarget simple(AttributeTarget found, String path) {
        if (!found.definition().complex()) {
            return found;
        }
        int value = found.definition().subAttributes().indexOf("value");
        if (value == AttributeTable.ABSENT) {
            throw new InvalidMappingException(
                    "The attribute \"" + Excerpt.of(path) + "\" has several parts; name the one that is meant.");
        }
        return found.sub(value);
    }

    boolean isSame(SourcePath other) {
        return target.equals(other.target) && elements.isEmpty() && other.elements.isEmpty();
    }

    /** The text, as it was sent; empty without a value. */
    Optional<String> read(ScimResource user) {
        return user.get(whole())
                .flatMap(this::main)
                .flatMap(main ->
                        main instanceof ComplexValue complex ? complex.get(target.subIndex()) : Optional.of(main))
                .map(SourcePath::text);
    }

    private Optional<AttributeValue> main(AttributeValue value) {
        if (value instanceof MultiValue multi) {
            int index = indexOfMain(multi.values());
            return index < multi.values().size() ? Optional.of(multi.values().get(index)) : Optional.empty();
        }
        return Optional.of(value);
    }

    private static String text(AttributeValue value) {
        if (value instanceof TextValue text) {
            return text.value();
        }
        if (value instanceof BooleanValue bool) {
            return Boolean.toString(bool.value());
        }
        if (value instanceof IntegerValue integer) {
            return Long.toString(integer.value());
        }
        if (value instanceof DecimalValue decimal) {
            return decimal.value().toPlainString();
        }
        return value instanceof DateTimeValue dateTime ? dateTime.text() : ((BinaryValue) value).base64();
    }

    /**
     * The user with another text there, which replaces the one that {@link #read} gives.
     *
     * @param text empty for no value
     * @return the same user when the attribute holds no text but a number or the like, or when there is no element to write to and the
     *     filter does not describe one
     */
    ScimResource write(ScimResource user, String text) {
        AttributeType type = target.definition().type();
        if (type != AttributeType.STRING && type != AttributeType.REFERENCE) {
            return user;
        }
        Optional<AttributeValue> wanted = text.isEmpty() ? Optional.empty() : Optional.of(AttributeValue.text(text));
        if (!target.attribute().multiValued()) {
            return user.set(target, wanted);
        }
        return user.set(whole(), withMain(user.get(whole()), wanted));
    }

    private Optional<MultiValue> withMain(Optional<AttributeValue> list, Optional<AttributeValue> wanted) {
        List<AttributeValue> values =
                new ArrayList<>(list.map(value -> ((MultiValue) value).values()).orElse(List.of()));
        int main = indexOfMain(values);
        if (main < values.size()) {
            if (wanted.isEmpty()) {
                values.remove(main);
            } else {
                values.set(main, replaced(values.get(main), wanted.get()));
            }
        } else {
            wanted.flatMap(this::first).ifPresent(values::add);
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new MultiValue(values));
    }

    private AttributeValue replaced(AttributeValue element, AttributeValue wanted) {
        return element instanceof ComplexValue complex ? complex.with(target.subIndex(), wanted) : wanted;
    }

    private Optional<AttributeValue> first(AttributeValue text) {
        if (target.subIndex() == AttributeTarget.WHOLE) {
            return elements.isEmpty() ? Optional.of(text) : Optional.empty();
        }
        ComplexValue empty = ComplexValue.empty(target.attribute().subAttributes());
        return elements.map(ElementFilter::describedElement)
                .orElse(Optional.of(empty))
                .map(element -> element.with(target.subIndex(), text));
    }

    /**
     * The user with what another one has there, all values of a list included.
     *
     * @param from of the same type
     */
    ScimResource copy(ScimResource user, ScimResource from) {
        AttributeTarget place = place();
        return user.set(place, from.get(place));
    }

    /** Whether two users of the same type have the same there, all values of a list included. */
    boolean isEqual(ScimResource one, ScimResource other) {
        AttributeTarget place = place();
        return one.get(place).equals(other.get(place));
    }

    private AttributeTarget place() {
        return target.attribute().multiValued() ? whole() : target;
    }

    private AttributeTarget whole() {
        return target.sub(AttributeTarget.WHOLE);
    }

    /** Of those that are meant the primary one, else the first one, else behind the end of the list. */
    private int indexOfMain(List<AttributeValue> values) {
        int main = values.size();
        for (int index = 0; index < values.size(); index++) {
            AttributeValue value = values.get(index);
            if (elements.isEmpty() || elements.get().matches(value)) {
                if (value instanceof ComplexValue complex && complex.isTrue("primary")) {
                    return index;
                }
                main = Math.min(main, index);
            }
        }
        return main;
    }

    @Override
    public String toString() {
        return elements.map(filter -> whole()
                        + filter.toString()
                        + target.subAttribute().map(sub -> "." + sub.name()).orElse(""))
                .orElseGet(target::toString);
    }
}
