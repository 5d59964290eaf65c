package org.scimsuite.core.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.filter.ElementFilter;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.patch.PatchOperation.Action;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.resource.Values;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.Mutability;

/** Operations into the elements of a list: {@code emails[type eq "work"]}, with or without a sub-attribute behind. */
final class ElementEdit {

    private final Notes notes;

    ElementEdit(Notes notes) {
        this.notes = notes;
    }

    List<AttributeValue> apply(PatchOperation operation, List<AttributeValue> current) {
        List<AttributeValue> result = new ArrayList<>();
        boolean found = false;
        for (AttributeValue element : current) {
            if (operation.elements().map(filter -> filter.matches(element)).orElse(true)) {
                found = true;
                edit(operation, element).ifPresent(result::add);
            } else {
                result.add(element);
            }
        }
        if (!found) {
            create(operation).ifPresent(result::add);
        }
        return result;
    }

    /** The element after the operation; empty when it goes. */
    private static Optional<AttributeValue> edit(PatchOperation operation, AttributeValue element) {
        Optional<AttributeValue> given = operation.action() == Action.REMOVE ? Optional.empty() : operation.value();
        if (!(element instanceof ComplexValue complex)) {
            return given;
        }
        AttributeTarget target = operation.target();
        if (target.subIndex() != AttributeTarget.WHOLE) {
            requireUnchangedWhenImmutable(operation, complex.get(target.subIndex()), given);
            ComplexValue changed = Parts.set(complex, target.subIndex(), given);
            return given.isEmpty() && Parts.isHusk(changed) ? Optional.empty() : Optional.of(changed);
        }
        return given.map(ComplexValue.class::cast)
                .map(value -> operation.action() == Action.ADD
                        ? Parts.merge(complex, value)
                        : Parts.merge(described(operation), value));
    }

    /** Replacing an element keeps what selected it: the value for {@code emails[type eq "work"]} is of type work. */
    private static ComplexValue described(PatchOperation operation) {
        return operation
                .elements()
                .flatMap(ElementFilter::describedElement)
                .orElseGet(
                        () -> ComplexValue.empty(operation.target().attribute().subAttributes()));
    }

    /** What happens when no element matches: strictly, there is no target (RFC 7644 §3.5.2.3). */
    private Optional<AttributeValue> create(PatchOperation operation) {
        if (operation.action() == Action.REMOVE || operation.value().isEmpty()) {
            if (notes.tolerates(Tolerance.NOTHING_TO_REMOVE)) {
                return Optional.empty();
            }
            throw noTarget(operation);
        }
        boolean describes = operation.elements().isEmpty()
                || operation.elements().flatMap(ElementFilter::describedElement).isPresent();
        if (!describes || !notes.tolerates(Tolerance.CREATE_MISSING_ELEMENT)) {
            throw noTarget(operation);
        }
        AttributeValue given = operation.value().get();
        int sub = operation.target().subIndex();
        ComplexValue element = described(operation);
        return Optional.of(
                sub == AttributeTarget.WHOLE ? Parts.merge(element, (ComplexValue) given) : element.with(sub, given));
    }

    private static void requireUnchangedWhenImmutable(
            PatchOperation operation, Optional<AttributeValue> before, Optional<AttributeValue> after) {
        AttributeDefinition definition = operation.target().definition();
        if (definition.mutability() == Mutability.IMMUTABLE
                && before.isPresent()
                && after.filter(value -> Values.same(definition, before.get(), value))
                        .isEmpty()) {
            throw ScimException.badRequest(
                    ScimType.MUTABILITY, operation.place() + " cannot be changed once it is set.");
        }
    }

    private static ScimException noTarget(PatchOperation operation) {
        return ScimException.badRequest(
                ScimType.NO_TARGET,
                operation.place() + " matches no value of the resource, so there is nothing to change.");
    }
}
