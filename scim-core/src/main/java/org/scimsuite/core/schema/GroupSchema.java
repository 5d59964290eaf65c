package org.scimsuite.core.schema;

import static org.scimsuite.core.schema.AttributeDefinition.attribute;
import static org.scimsuite.core.schema.AttributeType.COMPLEX;
import static org.scimsuite.core.schema.AttributeType.REFERENCE;
import static org.scimsuite.core.schema.AttributeType.STRING;

import java.util.List;

/** The Group schema (RFC 7643 §4.2, §8.7.1). */
final class GroupSchema {

    static final SchemaDefinition GROUP = new SchemaDefinition(
            "urn:ietf:params:scim:schemas:core:2.0:Group",
            "Group",
            "Group",
            List.of(
                    attribute("displayName", STRING, "The name of the group; unique without regard to case.")
                            .required()
                            .uniqueness(Uniqueness.SERVER)
                            .build(),
                    attribute("members", COMPLEX, "The members; each is added or removed as a whole.")
                            .multiValued()
                            .subAttributes(
                                    attribute("value", STRING, "The id of the User or Group resource.")
                                            .caseExact()
                                            .mutability(Mutability.IMMUTABLE)
                                            .build(),
                                    attribute("$ref", REFERENCE, "The URI of the User or Group resource.")
                                            .referenceTypes("User", "Group")
                                            .mutability(Mutability.IMMUTABLE)
                                            .build(),
                                    attribute("type", STRING, "What the member is; this server finds it out by the id.")
                                            .canonicalValues("User", "Group")
                                            .mutability(Mutability.IMMUTABLE)
                                            .build(),
                                    attribute("display", STRING, "What the client called the member when it added it.")
                                            .mutability(Mutability.IMMUTABLE)
                                            .build())
                            .build()));

    private GroupSchema() {}
}
