package org.scimsuite.core.patch;

import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.patch.PatchOperation.Action;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.resource.Issues;
import org.scimsuite.core.resource.ResourceRules;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.resource.Values;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.Mutability;

/**
 * Applies a PATCH to a resource (RFC 7644 §3.5.2). Operations are applied in order, each to the result of the one before;
 * when one fails nothing has happened, as resources are immutable.
 */
public final class PatchApplier {

    private final Notes notes;
    private final ListEdit lists;

    private PatchApplier(Notes notes) {
        this.notes = notes;
        this.lists = new ListEdit(notes);
    }

    /**
     * Applies all operations.
     *
     * @throws ScimException 400 noTarget, mutability or invalidValue
     */
    public static PatchResult apply(ScimResource current, PatchRequest request, Notes notes) {
        PatchApplier applier = new PatchApplier(notes);
        ScimResource result = current;
        for (PatchOperation operation : request.operations()) {
            result = applier.apply(result, operation);
        }
        for (OtherEdit edit : request.others()) {
            result = result.withOthers(edit.apply(result.others()));
        }
        Issues issues = new Issues();
        ResourceRules.checkRequired(result, issues);
        issues.throwIfAny();
        return new PatchResult(result, !result.equals(current));
    }

    private ScimResource apply(ScimResource resource, PatchOperation operation) {
        AttributeTarget target = operation.target();
        AttributeDefinition attribute = target.attribute();
        ComplexValue attributes = resource.attributes(target.extension());
        Optional<AttributeValue> before = attributes.get(target.attributeIndex());
        if (attribute.mutability() == Mutability.READ_ONLY) {
            requireRepeated(operation, before);
            return resource;
        }
        if (operation.action() == Action.REMOVE && target.definition().required()) {
            throw mutability(operation, "is required and cannot be removed");
        }
        Optional<AttributeValue> after = attribute.multiValued()
                ? lists.apply(operation, before.map(value -> ((MultiValue) value).values()))
                        .map(MultiValue::new)
                : single(operation, before);
        requireUnchangedWhenImmutable(operation, before, after);
        return resource.withAttributes(target.extension(), attributes.set(target.attributeIndex(), after));
    }

    /** A client may repeat what the server set, such as the id of the resource it changes. */
    private void requireRepeated(PatchOperation operation, Optional<AttributeValue> current) {
        boolean repeated = operation.value().isPresent() && operation.value().equals(current);
        if (!repeated || !notes.tolerates(Tolerance.READ_ONLY_IN_VALUE)) {
            throw mutability(operation, "is set by this server and cannot be changed");
        }
    }

    private static Optional<AttributeValue> single(PatchOperation operation, Optional<AttributeValue> before) {
        AttributeTarget target = operation.target();
        Optional<AttributeValue> given = operation.action() == Action.REMOVE ? Optional.empty() : operation.value();
        if (!target.attribute().complex()) {
            return given;
        }
        ComplexValue whole = before.map(ComplexValue.class::cast)
                .orElseGet(() -> ComplexValue.empty(target.attribute().subAttributes()));
        if (target.subIndex() != AttributeTarget.WHOLE) {
            return nonEmpty(Parts.set(whole, target.subIndex(), given));
        }
        return given.flatMap(value -> nonEmpty(Parts.merge(whole, (ComplexValue) value)));
    }

    private static Optional<AttributeValue> nonEmpty(ComplexValue value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static void requireUnchangedWhenImmutable(
            PatchOperation operation, Optional<AttributeValue> before, Optional<AttributeValue> after) {
        AttributeDefinition attribute = operation.target().attribute();
        requireUnchanged(operation, attribute, before, after);
        if (before.isPresent() && before.get() instanceof ComplexValue from) {
            Optional<ComplexValue> to = after.map(ComplexValue.class::cast);
            for (int index = 0; index < attribute.subAttributes().size(); index++) {
                int sub = index;
                AttributeDefinition definition = attribute.subAttributes().get(index);
                if (definition.mutability() == Mutability.IMMUTABLE) {
                    requireUnchanged(operation, definition, from.get(index), to.flatMap(value -> value.get(sub)));
                }
            }
        }
    }

    private static void requireUnchanged(
            PatchOperation operation,
            AttributeDefinition definition,
            Optional<AttributeValue> before,
            Optional<AttributeValue> after) {
        if (definition.mutability() == Mutability.IMMUTABLE
                && before.isPresent()
                && after.filter(value -> Values.same(definition, before.get(), value))
                        .isEmpty()) {
            throw mutability(operation, "cannot be changed once it is set");
        }
    }

    private static ScimException mutability(PatchOperation operation, String problem) {
        return ScimException.badRequest(ScimType.MUTABILITY, operation.place() + " " + problem + ".");
    }
}
