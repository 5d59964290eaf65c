package org.scimsuite.core.resource;

import java.util.Optional;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.AttributeValue.TextValue;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributeTable;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.Mutability;
import org.scimsuite.core.schema.SchemaExtension;

/** What must hold for a whole resource, whichever request made it (RFC 7643 §2.2, §7). */
public final class ResourceRules {

    private ResourceRules() {}

    /** Adds an issue for each required attribute, sub-attribute or extension without a value. */
    public static void checkRequired(ScimResource resource, Issues issues) {
        checkRequired(resource.attributes(AttributeTarget.BASE), "", "", issues);
        for (int index = 0; index < resource.type().extensions().size(); index++) {
            SchemaExtension extension = resource.type().extensions().get(index);
            ComplexValue attributes = resource.attributes(index);
            if (!attributes.isEmpty()) {
                checkRequired(attributes, extension.schema().id() + ":", "", issues);
            } else if (extension.required()) {
                issues.add(ScimType.INVALID_VALUE, extension.schema().id() + " is required");
            }
        }
    }

    /** The place is given in two parts, because only an issue needs it in one: schema, and attribute in front of a part. */
    private static void checkRequired(ComplexValue attributes, String schema, String parent, Issues issues) {
        AttributeTable table = attributes.table();
        for (int index = 0; index < table.size(); index++) {
            AttributeDefinition definition = table.get(index);
            if (!definition.demanding()) {
                continue;
            }
            Optional<AttributeValue> value = attributes.get(index);
            boolean serverSets = definition.mutability() == Mutability.READ_ONLY;
            if (definition.required()
                    && !serverSets
                    && value.filter(ResourceRules::hasContent).isEmpty()) {
                String place = schema + (parent.isEmpty() ? "" : parent + ".") + definition;
                issues.add(ScimType.INVALID_VALUE, place + " is required and must not be blank");
            }
            if (value.isPresent() && definition.complex()) {
                checkParts(value.get(), schema, definition.name(), issues);
            }
        }
    }

    private static void checkParts(AttributeValue value, String schema, String parent, Issues issues) {
        if (value instanceof MultiValue multi) {
            for (AttributeValue element : multi.values()) {
                checkParts(element, schema, parent, issues);
            }
        } else if (value instanceof ComplexValue complex) {
            checkRequired(complex, schema, parent, issues);
        }
    }

    private static boolean hasContent(AttributeValue value) {
        return !(value instanceof TextValue text) || !text.value().isBlank();
    }

    /**
     * What a PUT leaves of the current resource: readOnly attributes, and immutable ones that the body does not repeat. An
     * immutable attribute with another value is an issue (RFC 7644 §3.5.1).
     */
    static ScimResource carryOver(ScimResource current, ScimResource read, Issues issues) {
        ScimResource result = read;
        for (int extension = AttributeTarget.BASE;
                extension < read.type().extensions().size();
                extension++) {
            ComplexValue merged = carryOver(current.attributes(extension), read.attributes(extension), "", issues);
            result = result.withAttributes(extension, merged);
        }
        return result;
    }

    private static ComplexValue carryOver(ComplexValue current, ComplexValue read, String prefix, Issues issues) {
        AttributeTable table = read.table();
        ComplexValue result = read;
        for (int index = 0; index < table.size(); index++) {
            AttributeDefinition definition = table.get(index);
            Optional<AttributeValue> before = current.get(index);
            Optional<AttributeValue> after = read.get(index);
            boolean immutable = definition.mutability() == Mutability.IMMUTABLE;
            if (before.isEmpty()) {
                continue;
            }
            if (immutable && after.isPresent() && !Values.same(definition, before.get(), after.get())) {
                issues.add(
                        ScimType.MUTABILITY,
                        prefix + definition + " cannot be changed once it is set; repeat its value");
            } else if (immutable || definition.mutability() == Mutability.READ_ONLY) {
                result = result.with(index, before.get());
            } else if (before.get() instanceof ComplexValue from
                    && after.isPresent()
                    && after.get() instanceof ComplexValue to
                    && from.get("value").equals(to.get("value"))) {
                // Parts that only the server sets belong to the value they stand beside, and stay with it.
                result = result.with(index, carryOver(from, to, definition + ".", issues));
            }
        }
        return result;
    }
}
