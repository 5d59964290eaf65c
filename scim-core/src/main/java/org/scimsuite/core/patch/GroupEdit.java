package org.scimsuite.core.patch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.filter.ElementFilter;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.patch.MemberDelta.Given;
import org.scimsuite.core.patch.PatchOperation.Action;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.CoreSchemas;

/**
 * A PATCH of a group, taken apart so that it can be carried out without knowing the members.
 *
 * @param attributes the operations on everything but the members, in order
 * @param steps what becomes of the members, in order; hardly ever more than one
 */
public record GroupEdit(PatchRequest attributes, List<MemberStep> steps) {

    private static final int VALUE = members().attribute().subAttributes().indexOf("value");

    private static final int DISPLAY = members().attribute().subAttributes().indexOf("display");

    public GroupEdit {
        steps = List.copyOf(steps);
    }

    /** A change of the members. */
    public sealed interface MemberStep {

        /** By id: the members need not be read for it. */
        record ByDelta(MemberDelta delta) implements MemberStep {}

        /** Removes those that a filter is true for, such as {@code members[type eq "User"]}. */
        record RemoveMatching(ElementFilter filter) implements MemberStep {}
    }

    /** The attribute that holds the members. */
    public static AttributeTarget members() {
        return CoreSchemas.group().resolve("members").orElseThrow();
    }

    /**
     * Reads the body of a PATCH of a group.
     *
     * @throws ScimException as {@link PatchReader#read} and {@link #of}
     */
    public static GroupEdit read(byte[] json, Notes notes) {
        return of(PatchReader.read(json, CoreSchemas.group(), notes));
    }

    /**
     * Takes a PATCH of a group apart.
     *
     * @throws ScimException 400 mutability when a member would be edited, as it can only be added or removed (RFC 7643 §4.2);
     *     400 invalidValue for a member without an id
     */
    public static GroupEdit of(PatchRequest patch) {
        Reader reader = new Reader();
        patch.operations().forEach(reader::read);
        return reader.edit(patch.others());
    }

    /** The members of a whole resource, as a POST or PUT sends it. */
    public static List<Given> given(Optional<AttributeValue> members) {
        return members.map(value -> ((MultiValue) value).values()).orElse(List.of()).stream()
                .map(element -> given((ComplexValue) element))
                .toList();
    }

    private static Given given(ComplexValue element) {
        return new Given(id(element), text(element, DISPLAY));
    }

    private static String id(ComplexValue element) {
        return text(element, VALUE)
                .filter(id -> !id.isBlank())
                .orElseThrow(() -> ScimException.badRequest(
                        ScimType.INVALID_VALUE, "Each member needs a value: the id of a user or group."));
    }

    private static Optional<String> text(ComplexValue element, int index) {
        return element.get(index).map(value -> ((AttributeValue.TextValue) value).value());
    }

    /** Sorts the operations of one request. */
    private static final class Reader {

        private static final int MEMBERS = members().attributeIndex();

        private final List<PatchOperation> attributes = new ArrayList<>();
        private final List<MemberStep> steps = new ArrayList<>();
        private Optional<MemberDelta.Folding> folding = Optional.empty();

        void read(PatchOperation operation) {
            if (operation.target().extension() != AttributeTarget.BASE
                    || operation.target().attributeIndex() != MEMBERS) {
                attributes.add(operation);
            } else if (operation.target().subIndex() != AttributeTarget.WHOLE) {
                throw edited(operation);
            } else if (operation.elements().isPresent()) {
                selected(operation, operation.elements().get());
            } else {
                whole(operation);
            }
        }

        private void whole(PatchOperation operation) {
            List<Given> given = given(operation.value());
            switch (operation.action()) {
                case ADD -> folding().add(given);
                case REPLACE -> folding().replaceAll(given);
                case REMOVE -> {
                    if (operation.value().isEmpty()) {
                        folding().replaceAll(List.of());
                    } else {
                        folding().remove(ids(given));
                    }
                }
            }
        }

        private static Collection<String> ids(List<Given> members) {
            return members.stream().map(Given::id).toList();
        }

        /** {@code members[...]}: what selects by the id alone needs no look at the members. */
        private void selected(PatchOperation operation, ElementFilter filter) {
            Optional<String> id = onlyId(filter);
            if (operation.action() != Action.REMOVE) {
                Given given = operation
                        .value()
                        .map(value -> given((ComplexValue) value))
                        .filter(member -> id.equals(Optional.of(member.id())))
                        .orElseThrow(() -> edited(operation));
                folding().add(List.of(given));
            } else if (id.isPresent()) {
                folding().remove(List.of(id.get()));
            } else {
                endFolding();
                steps.add(new MemberStep.RemoveMatching(filter));
            }
        }

        private static Optional<String> onlyId(ElementFilter filter) {
            return filter.describedElement()
                    .filter(element -> element.get(VALUE)
                            .filter(value -> element.without(VALUE).isEmpty())
                            .isPresent())
                    .flatMap(element -> text(element, VALUE));
        }

        private MemberDelta.Folding folding() {
            if (folding.isEmpty()) {
                folding = Optional.of(new MemberDelta.Folding());
            }
            return folding.get();
        }

        private void endFolding() {
            folding.map(MemberDelta.Folding::delta)
                    .filter(delta -> !delta.isEmpty())
                    .ifPresent(delta -> steps.add(new MemberStep.ByDelta(delta)));
            folding = Optional.empty();
        }

        GroupEdit edit(List<OtherEdit> others) {
            endFolding();
            return new GroupEdit(new PatchRequest(attributes, others), steps);
        }

        private static ScimException edited(PatchOperation operation) {
            return ScimException.badRequest(
                    ScimType.MUTABILITY,
                    operation.place() + " cannot be changed: remove the member and add the other one.");
        }
    }
}
