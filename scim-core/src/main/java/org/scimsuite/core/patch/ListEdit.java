package org.scimsuite.core.patch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.patch.PatchOperation.Action;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.resource.Values;
import org.scimsuite.core.schema.AttributeDefinition;

/** Operations at a multi-valued attribute as a whole; those into its elements are {@link ElementEdit}'s. */
final class ListEdit {

    private final ElementEdit elements;

    ListEdit(Notes notes) {
        this.elements = new ElementEdit(notes);
    }

    /** The values after the operation; empty when none is left. */
    Optional<List<AttributeValue>> apply(PatchOperation operation, Optional<List<AttributeValue>> before) {
        List<AttributeValue> current = before.orElse(List.of());
        List<AttributeValue> after;
        if (operation.selectsElements()) {
            after = elements.apply(operation, current);
        } else if (operation.action() == Action.ADD) {
            after = add(operation, current);
        } else if (operation.action() == Action.REPLACE) {
            after = given(operation);
        } else {
            after = remove(operation, current);
        }
        return after.isEmpty() ? Optional.empty() : Optional.of(PrimaryRule.apply(operation, current, after));
    }

    private static List<AttributeValue> given(PatchOperation operation) {
        return operation.value().map(value -> ((MultiValue) value).values()).orElse(List.of());
    }

    /** Appends what is not there; a value that is there with other parts gets the new ones. */
    private static List<AttributeValue> add(PatchOperation operation, List<AttributeValue> current) {
        AttributeDefinition attribute = operation.target().attribute();
        List<AttributeValue> result = new ArrayList<>(current);
        Map<Object, Integer> places = new HashMap<>();
        for (int index = 0; index < current.size(); index++) {
            int place = index;
            Values.identity(attribute, current.get(index)).ifPresent(key -> places.putIfAbsent(key, place));
        }
        for (AttributeValue value : given(operation)) {
            Optional<Object> key = Values.identity(attribute, value);
            if (key.isEmpty()) {
                appendUnlessContained(attribute, result, value);
                continue;
            }
            Integer place = places.putIfAbsent(key.get(), result.size());
            if (place == null) {
                result.add(value);
            } else if (!Values.contains(attribute, result.get(place), value)) {
                result.set(place, Parts.merge((ComplexValue) result.get(place), (ComplexValue) value));
            }
        }
        return result;
    }

    private static void appendUnlessContained(
            AttributeDefinition attribute, List<AttributeValue> result, AttributeValue value) {
        if (result.stream().noneMatch(element -> Values.contains(attribute, element, value))) {
            result.add(value);
        }
    }

    /** All values, or those that the operation lists ({@link Tolerance#REMOVE_LISTED_VALUES}). */
    private static List<AttributeValue> remove(PatchOperation operation, List<AttributeValue> current) {
        if (operation.value().isEmpty()) {
            return List.of();
        }
        AttributeDefinition attribute = operation.target().attribute();
        Set<Object> listed = new HashSet<>();
        List<AttributeValue> unnamed = new ArrayList<>();
        for (AttributeValue value : given(operation)) {
            valueKey(attribute, value).ifPresentOrElse(listed::add, () -> unnamed.add(value));
        }
        List<AttributeValue> result = new ArrayList<>();
        for (AttributeValue element : current) {
            boolean isListed =
                    valueKey(attribute, element).filter(listed::contains).isPresent();
            if (!isListed && unnamed.stream().noneMatch(value -> Values.contains(attribute, element, value))) {
                result.add(element);
            }
        }
        return result;
    }

    /** The {@code value} alone: a client that lists what to remove need not repeat the type. */
    private static Optional<Object> valueKey(AttributeDefinition attribute, AttributeValue element) {
        if (!(element instanceof ComplexValue complex)) {
            return Optional.of(Values.key(attribute, element));
        }
        return complex.get("value")
                .map(value -> Values.key(attribute.valueAttribute().orElse(attribute), value));
    }

    /** One primary at most: a value that becomes primary takes it from the one that was (RFC 7644 §3.5.2). */
    private static final class PrimaryRule {

        static List<AttributeValue> apply(
                PatchOperation operation, List<AttributeValue> before, List<AttributeValue> after) {
            List<AttributeValue> primaries = new ArrayList<>(2);
            for (AttributeValue element : after) {
                if (isPrimary(element)) {
                    primaries.add(element);
                }
            }
            if (primaries.size() < 2) {
                return after;
            }
            List<AttributeValue> fresh = primaries.stream()
                    .filter(element -> before.stream().noneMatch(old -> old == element))
                    .toList();
            if (fresh.isEmpty()) {
                return after;
            }
            if (fresh.size() > 1) {
                throw ScimException.badRequest(
                        ScimType.INVALID_VALUE,
                        operation.place() + " would have more than one primary value; mark one at most.");
            }
            List<AttributeValue> result = new ArrayList<>();
            for (AttributeValue element : after) {
                boolean steps = isPrimary(element) && element != fresh.get(0);
                result.add(steps ? ((ComplexValue) element).with("primary", AttributeValue.bool(false)) : element);
            }
            return result;
        }

        private static boolean isPrimary(AttributeValue element) {
            return element instanceof ComplexValue complex && complex.isTrue("primary");
        }
    }
}
