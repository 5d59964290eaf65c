package org.scimsuite.core.schema;

import static org.scimsuite.core.schema.AttributeDefinition.attribute;
import static org.scimsuite.core.schema.AttributeType.COMPLEX;
import static org.scimsuite.core.schema.AttributeType.REFERENCE;
import static org.scimsuite.core.schema.AttributeType.STRING;

import java.util.List;

/** The enterprise extension of User (RFC 7643 §4.3, §8.7.1). */
final class EnterpriseUserSchema {

    static final SchemaDefinition ENTERPRISE_USER = new SchemaDefinition(
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
            "EnterpriseUser",
            "Enterprise User",
            List.of(
                    text("employeeNumber", "The number or code the organization gives the person."),
                    text("costCenter", "The name of a cost center."),
                    text("organization", "The name of an organization."),
                    text("division", "The name of a division."),
                    text("department", "The name of a department."),
                    attribute("manager", COMPLEX, "The person's manager.")
                            .subAttributes(
                                    attribute("value", STRING, "The id of the User resource of the manager.")
                                            .caseExact()
                                            .build(),
                                    attribute("$ref", REFERENCE, "The URI of the User resource of the manager.")
                                            .referenceTypes("User")
                                            .build(),
                                    attribute("displayName", STRING, "The displayName of the manager.")
                                            .readOnly()
                                            .build())
                            .build()));

    private EnterpriseUserSchema() {}

    private static AttributeDefinition text(String name, String description) {
        return attribute(name, STRING, description).build();
    }
}
