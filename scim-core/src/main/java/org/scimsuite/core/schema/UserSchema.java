package org.scimsuite.core.schema;

import static org.scimsuite.core.schema.AttributeDefinition.attribute;
import static org.scimsuite.core.schema.AttributeType.BINARY;
import static org.scimsuite.core.schema.AttributeType.BOOLEAN;
import static org.scimsuite.core.schema.AttributeType.COMPLEX;
import static org.scimsuite.core.schema.AttributeType.REFERENCE;
import static org.scimsuite.core.schema.AttributeType.STRING;

import java.util.List;

/** The User schema (RFC 7643 §4.1, §8.7.1). */
final class UserSchema {

    static final SchemaDefinition USER = new SchemaDefinition(
            "urn:ietf:params:scim:schemas:core:2.0:User",
            "User",
            "User Account",
            List.of(
                    attribute("userName", STRING, "The name the person logs in with; unique without regard to case.")
                            .required()
                            .uniqueness(Uniqueness.SERVER)
                            .build(),
                    attribute("name", COMPLEX, "The components of the person's name.")
                            .subAttributes(
                                    text("formatted", "The full name, formatted for display."),
                                    text("familyName", "The family name, or last name."),
                                    text("givenName", "The given name, or first name."),
                                    text("middleName", "The middle names."),
                                    text("honorificPrefix", "The titles in front of the name, such as Ms."),
                                    text("honorificSuffix", "The titles behind the name, such as III."))
                            .build(),
                    text("displayName", "The name to show to others."),
                    text("nickName", "The casual name the person is called by."),
                    attribute("profileUrl", REFERENCE, "A page about the person.")
                            .referenceTypes("external")
                            .build(),
                    text("title", "The person's title, such as Vice President."),
                    text("userType", "The relation to the organization, such as Contractor."),
                    text("preferredLanguage", "Preferred languages, in the form of an Accept-Language header."),
                    text("locale", "The locale for dates, numbers and currency, such as en-US."),
                    text("timezone", "The time zone, in the form of the IANA database, such as Europe/Vienna."),
                    attribute("active", BOOLEAN, "Whether the person may log in.")
                            .build(),
                    attribute("password", STRING, "The clear text password, accepted and never shown.")
                            .caseExact()
                            .mutability(Mutability.WRITE_ONLY)
                            .returned(Returned.NEVER)
                            .build(),
                    list("emails", "E-mail addresses.", text("value", "The address."), "work", "home", "other"),
                    list(
                            "phoneNumbers",
                            "Phone numbers.",
                            text("value", "The number, preferably as a tel URI."),
                            "work",
                            "home",
                            "mobile",
                            "fax",
                            "pager",
                            "other"),
                    list(
                            "ims",
                            "Instant messaging addresses.",
                            text("value", "The address."),
                            "aim",
                            "gtalk",
                            "icq",
                            "xmpp",
                            "msn",
                            "skype",
                            "qq",
                            "yahoo"),
                    list(
                            "photos",
                            "Images of the person.",
                            attribute("value", REFERENCE, "The URI of an image.")
                                    .referenceTypes("external")
                                    .build(),
                            "photo",
                            "thumbnail"),
                    addresses(),
                    groups(),
                    list("entitlements", "What the person is entitled to.", text("value", "The entitlement.")),
                    list("roles", "The roles of the person.", text("value", "The role.")),
                    list(
                            "x509Certificates",
                            "Certificates of the person.",
                            attribute("value", BINARY, "One certificate, DER encoded.")
                                    .build())));

    private UserSchema() {}

    private static AttributeDefinition text(String name, String description) {
        return attribute(name, STRING, description).build();
    }

    private static AttributeDefinition list(
            String name, String description, AttributeDefinition value, String... canonicalTypes) {
        return attribute(name, COMPLEX, description)
                .multiValued()
                .subAttributes(value, text("display", "The value for display."), type(canonicalTypes), primary())
                .build();
    }

    private static AttributeDefinition addresses() {
        return attribute("addresses", COMPLEX, "Postal addresses.")
                .multiValued()
                .subAttributes(
                        text("formatted", "The full address, with line breaks."),
                        text("streetAddress", "Street, house number and the like."),
                        text("locality", "The city."),
                        text("region", "The state or region."),
                        text("postalCode", "The postal code."),
                        text("country", "The country as an ISO 3166-1 alpha-2 code."),
                        type("work", "home", "other"),
                        primary())
                .build();
    }

    private static AttributeDefinition groups() {
        return attribute("groups", COMPLEX, "The groups the person belongs to; changed through the groups.")
                .multiValued()
                .readOnly()
                .subAttributes(
                        attribute("value", STRING, "The id of the Group resource.")
                                .caseExact()
                                .readOnly()
                                .build(),
                        attribute("$ref", REFERENCE, "The URI of the Group resource.")
                                .referenceTypes("User", "Group")
                                .readOnly()
                                .build(),
                        attribute("display", STRING, "The displayName of the group.")
                                .readOnly()
                                .build(),
                        attribute("type", STRING, "How the person belongs to the group.")
                                .canonicalValues("direct", "indirect")
                                .readOnly()
                                .build())
                .build();
    }

    private static AttributeDefinition type(String... canonicalTypes) {
        return attribute("type", STRING, "What the value is for.")
                .canonicalValues(canonicalTypes)
                .build();
    }

    private static AttributeDefinition primary() {
        return attribute("primary", BOOLEAN, "Whether this is the preferred value; true for one at most.")
                .build();
    }
}
