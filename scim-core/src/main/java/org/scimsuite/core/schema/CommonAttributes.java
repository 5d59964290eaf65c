package org.scimsuite.core.schema;

import static org.scimsuite.core.schema.AttributeDefinition.attribute;
import static org.scimsuite.core.schema.AttributeType.COMPLEX;
import static org.scimsuite.core.schema.AttributeType.DATE_TIME;
import static org.scimsuite.core.schema.AttributeType.REFERENCE;
import static org.scimsuite.core.schema.AttributeType.STRING;

import java.util.List;

/** The attributes every resource has (RFC 7643 §3.1). */
final class CommonAttributes {

    /** Shown in front of the schema's own attributes. */
    static final List<AttributeDefinition> LEADING = List.of(
            attribute("id", STRING, "The identifier this server gave the resource.")
                    .caseExact()
                    .readOnly()
                    .returned(Returned.ALWAYS)
                    .uniqueness(Uniqueness.GLOBAL)
                    .build(),
            attribute("externalId", STRING, "The identifier the client knows the resource by.")
                    .caseExact()
                    .build());

    /** Shown behind the schema's own attributes. */
    static final List<AttributeDefinition> TRAILING =
            List.of(attribute("meta", COMPLEX, "Metadata kept by this server.")
                    .readOnly()
                    .subAttributes(
                            attribute("resourceType", STRING, "The name of the resource type.")
                                    .caseExact()
                                    .readOnly()
                                    .build(),
                            attribute("created", DATE_TIME, "When the resource was added.")
                                    .readOnly()
                                    .build(),
                            attribute("lastModified", DATE_TIME, "When the resource was last changed.")
                                    .readOnly()
                                    .build(),
                            attribute("location", REFERENCE, "The URI of the resource.")
                                    .referenceTypes("uri")
                                    .readOnly()
                                    .build(),
                            attribute("version", STRING, "The version, equal to the ETag.")
                                    .caseExact()
                                    .readOnly()
                                    .build())
                    .build());

    private CommonAttributes() {}
}
