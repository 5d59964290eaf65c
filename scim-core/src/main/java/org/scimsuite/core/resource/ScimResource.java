package org.scimsuite.core.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.scimsuite.core.resource.AttributeValue.BooleanValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.AttributeValue.TextValue;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.schema.SchemaExtension;

/**
 * A resource (RFC 7643 §3): the common and base attributes, and those of each extension. Immutable. {@code schemas} is not
 * kept but follows from the extensions that have values.
 */
public final class ScimResource {

    private final ResourceType type;
    private final ComplexValue base;
    private final List<ComplexValue> extensions;
    private final OtherAttributes others;

    ScimResource(ResourceType type, ComplexValue base, List<ComplexValue> extensions, OtherAttributes others) {
        this.type = type;
        this.base = base;
        this.extensions = List.copyOf(extensions);
        this.others = others;
    }

    /** A resource without any value. */
    public static ScimResource empty(ResourceType type) {
        List<ComplexValue> extensions = new ArrayList<>();
        for (SchemaExtension extension : type.extensions()) {
            extensions.add(ComplexValue.empty(extension.schema().attributes()));
        }
        return new ScimResource(type, ComplexValue.empty(type.attributes()), extensions, OtherAttributes.NONE);
    }

    public ResourceType type() {
        return type;
    }

    /** The base attributes for {@link AttributeTarget#BASE}, else those of the extension with that index. */
    public ComplexValue attributes(int extension) {
        return extension == AttributeTarget.BASE ? base : extensions.get(extension);
    }

    /** What no schema has, as it was sent. */
    public OtherAttributes others() {
        return others;
    }

    public ScimResource withOthers(OtherAttributes changed) {
        return new ScimResource(type, base, extensions, changed);
    }

    /** This resource with other base attributes or another extension. */
    public ScimResource withAttributes(int extension, ComplexValue attributes) {
        if (extension == AttributeTarget.BASE) {
            return new ScimResource(type, attributes, extensions, others);
        }
        List<ComplexValue> changed = new ArrayList<>(extensions);
        changed.set(extension, attributes);
        return new ScimResource(type, base, changed, others);
    }

    /**
     * The value at a path such as {@code userName}, {@code name.givenName} or {@code urn:…:User:manager.value}. A
     * sub-attribute of a multi-valued attribute gives the list of its values.
     *
     * @throws IllegalArgumentException when the resource type has no such attribute
     */
    public Optional<AttributeValue> get(String path) {
        return get(target(path));
    }

    /** As {@link #get(String)}, for a path that is already bound. */
    public Optional<AttributeValue> get(AttributeTarget target) {
        Optional<AttributeValue> whole = attributes(target.extension()).get(target.attributeIndex());
        if (whole.isEmpty() || target.subIndex() == AttributeTarget.WHOLE) {
            return whole;
        }
        if (whole.get() instanceof MultiValue multi) {
            List<AttributeValue> values = multi.values().stream()
                    .flatMap(element -> ((ComplexValue) element).get(target.subIndex()).stream())
                    .toList();
            return values.isEmpty() ? Optional.empty() : Optional.of(new MultiValue(values));
        }
        return ((ComplexValue) whole.get()).get(target.subIndex());
    }

    /** The text at a path; empty when there is none or it is no text. */
    public Optional<String> text(String path) {
        return get(path).filter(TextValue.class::isInstance).map(value -> ((TextValue) value).value());
    }

    /** The boolean at a path; empty when there is none. */
    public Optional<Boolean> bool(String path) {
        return get(path).filter(BooleanValue.class::isInstance).map(value -> ((BooleanValue) value).value());
    }

    /** The {@code value} of the primary element of a multi-valued attribute, else of its first element. */
    public Optional<String> primaryText(String multiValued) {
        return get(multiValued)
                .filter(MultiValue.class::isInstance)
                .map(value -> ((MultiValue) value).values())
                .flatMap(ScimResource::primaryOf)
                .flatMap(element -> element.text("value"));
    }

    private static Optional<ComplexValue> primaryOf(List<AttributeValue> elements) {
        List<ComplexValue> complex = elements.stream()
                .filter(ComplexValue.class::isInstance)
                .map(ComplexValue.class::cast)
                .toList();
        return complex.stream()
                .filter(element -> element.isTrue("primary"))
                .findFirst()
                .or(() -> complex.stream().findFirst());
    }

    /**
     * This resource with a value at a path. A sub-attribute's parent is made when it is missing.
     *
     * @throws IllegalArgumentException when the resource type has no such attribute, or the path is a sub-attribute of a
     *     multi-valued attribute
     */
    public ScimResource with(String path, AttributeValue value) {
        return set(target(path), Optional.of(value));
    }

    /** This resource without a value at a path; a complex value that loses its last sub-attribute goes too. */
    public ScimResource without(String path) {
        return set(target(path), Optional.empty());
    }

    /** This resource with a value at a place, or without one. */
    public ScimResource set(AttributeTarget target, Optional<? extends AttributeValue> value) {
        ComplexValue attributes = attributes(target.extension());
        int index = target.attributeIndex();
        if (target.subIndex() == AttributeTarget.WHOLE) {
            return withAttributes(target.extension(), attributes.set(index, value));
        }
        if (target.attribute().multiValued()) {
            throw new IllegalArgumentException(target + " belongs to a list; which element is meant is open");
        }
        ComplexValue parent = attributes
                .get(index)
                .map(ComplexValue.class::cast)
                .orElseGet(() -> ComplexValue.empty(target.attribute().subAttributes()))
                .set(target.subIndex(), value);
        Optional<ComplexValue> remaining = parent.isEmpty() ? Optional.empty() : Optional.of(parent);
        return withAttributes(target.extension(), attributes.set(index, remaining));
    }

    public Optional<String> id() {
        return text("id");
    }

    public Optional<String> externalId() {
        return text("externalId");
    }

    /** The base schema and the extensions that have values (RFC 7643 §3). */
    public List<String> schemas() {
        List<String> schemas = new ArrayList<>(1 + extensions.size());
        schemas.add(type.schema().id());
        for (int index = 0; index < extensions.size(); index++) {
            if (!extensions.get(index).isEmpty()) {
                schemas.add(type.extensions().get(index).schema().id());
            }
        }
        return schemas;
    }

    private AttributeTarget target(String path) {
        return type.resolve(path)
                .orElseThrow(() -> new IllegalArgumentException(type.name() + " has no attribute " + path));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScimResource that
                && type == that.type
                && base.equals(that.base)
                && extensions.equals(that.extensions)
                && others.equals(that.others);
    }

    @Override
    public int hashCode() {
        return Objects.hash(base, extensions, others);
    }

    @Override
    public String toString() {
        return type.name() + base + extensions + (others.isEmpty() ? "" : others);
    }
}
