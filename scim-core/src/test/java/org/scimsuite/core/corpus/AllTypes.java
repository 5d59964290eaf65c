package org.scimsuite.core.corpus;

import static org.scimsuite.core.schema.AttributeDefinition.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributeType;
import org.scimsuite.core.schema.Mutability;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.schema.Returned;
import org.scimsuite.core.schema.SchemaDefinition;
import org.scimsuite.core.schema.SchemaExtension;

/**
 * An artificial resource type with every type of attribute, single ({@code integer}), as a list ({@code integerList}), as a
 * part ({@code complex.integer}) and as a part of a list's elements ({@code complexList.integer}), and with an attribute and a
 * part for each mutability ({@code immutable}, {@code complex.immutable}) and each returned ({@code request}, …).
 */
public final class AllTypes {

    public static final String SCHEMA = "urn:scimsuite:test:1.0:Thing";
    public static final String REQUIRED_EXTENSION = "urn:scimsuite:test:1.0:Required";

    public static final List<AttributeType> SIMPLE = Arrays.stream(AttributeType.values())
            .filter(type -> type != AttributeType.COMPLEX)
            .toList();

    public static final ResourceType THING = new ResourceType(
            "Thing", "/Things", "Test", new SchemaDefinition(SCHEMA, "Thing", "Test", attributes()), List.of());

    /** A thing that needs an extension, and a part in each element of a list. */
    public static final ResourceType DEMANDING = new ResourceType(
            "Demanding",
            "/Demanding",
            "Test",
            new SchemaDefinition(
                    SCHEMA,
                    "Thing",
                    "Test",
                    List.of(attribute("list", AttributeType.COMPLEX, "Test")
                            .multiValued()
                            .subAttributes(
                                    attribute("value", AttributeType.STRING, "Test")
                                            .required()
                                            .build(),
                                    attribute("type", AttributeType.STRING, "Test")
                                            .build())
                            .build())),
            List.of(new SchemaExtension(
                    new SchemaDefinition(
                            REQUIRED_EXTENSION,
                            "Required",
                            "Test",
                            List.of(
                                    attribute("code", AttributeType.STRING, "Test")
                                            .required()
                                            .build(),
                                    attribute("hint", AttributeType.STRING, "Test")
                                            .build())),
                    true)));

    private AllTypes() {}

    private static List<AttributeDefinition> attributes() {
        List<AttributeDefinition> attributes = parts();
        for (AttributeType type : SIMPLE) {
            attributes.add(
                    attribute(type.word() + "List", type, "Test").multiValued().build());
        }
        AttributeDefinition[] parts = parts().toArray(AttributeDefinition[]::new);
        attributes.add(attribute("complex", AttributeType.COMPLEX, "Test")
                .subAttributes(parts)
                .build());
        attributes.add(attribute("complexList", AttributeType.COMPLEX, "Test")
                .multiValued()
                .subAttributes(parts)
                .build());
        return attributes;
    }

    private static List<AttributeDefinition> parts() {
        List<AttributeDefinition> parts = new ArrayList<>();
        for (AttributeType type : SIMPLE) {
            parts.add(attribute(type.word(), type, "Test").build());
        }
        for (Mutability mutability : Mutability.values()) {
            parts.add(attribute(mutability.word(), AttributeType.STRING, "Test")
                    .mutability(mutability)
                    .build());
        }
        for (Returned returned : Returned.values()) {
            parts.add(attribute(returned.word(), AttributeType.STRING, "Test")
                    .returned(returned)
                    .build());
        }
        return parts;
    }
}
