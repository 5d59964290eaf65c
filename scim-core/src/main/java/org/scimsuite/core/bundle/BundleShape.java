package org.scimsuite.core.bundle;

import static org.scimsuite.core.bundle.Shape.optional;
import static org.scimsuite.core.bundle.Shape.required;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scimsuite.core.bundle.Shape.AnyObject;
import org.scimsuite.core.bundle.Shape.Choice;
import org.scimsuite.core.bundle.Shape.ListOf;
import org.scimsuite.core.bundle.Shape.MapOf;
import org.scimsuite.core.bundle.Shape.ObjectOf;
import org.scimsuite.core.bundle.Shape.Text;
import org.scimsuite.core.bundle.Shape.TypedObject;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.LetterCase;
import org.scimsuite.core.mapping.LocalNames;
import org.scimsuite.core.mapping.MappingChecks;
import org.scimsuite.core.mapping.MappingWords;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserMapping.DirectoryField;

/** The form of a bundle, version 1. */
final class BundleShape {

    static final String FORMAT = "scim-suite-mapping";
    static final int VERSION = 1;
    static final String ALGORITHM = "Ed25519";

    private static final Text NAME = new Text(LocalNames.MAX_LENGTH);
    private static final Text TEXT = new Text(1_000);
    private static final Text CONDITION = new Text(10_000);
    private static final ListOf NAMES = new ListOf(NAME, 1_000);
    private static final ListOf TEXTS = new ListOf(TEXT, 100);
    private static final Text PATH = new Text(
            1_000,
            "A path of RFC 7644 §3.5.2, such as userName, emails[type eq \"work\"].value or"
                    + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber.");
    private static final ListOf TEMPLATES = new ListOf(
            new Text(
                    1_000,
                    "Text with paths as placeholders, such as ${name.givenName} or ${emails[type eq \"work\"].value}; $$ is a dollar"
                            + " sign."),
            100);

    private static final Shape ENTRY = ObjectOf.of(required("groups", NAMES), required("localGroups", NAMES));

    private static final Shape.Member MISSING = required("missing", Choice.of(GroupRule.Missing.class));
    private static final Shape.Member THEN = required("then", Choice.of(GroupRule.Then.class));
    private static final Shape.Member LETTER_CASE = required("letterCase", Choice.of(LetterCase.class));

    private static final Shape RULE = new TypedObject(rules());

    private static final Shape USER_RULE = ObjectOf.of(
            required("name", NAME), optional("condition", CONDITION), required("localGroups", NAMES), MISSING);

    private static final Shape PROTECTION = ObjectOf.of(
            required("groups", NAMES),
            required("users", NAMES),
            required("administrators", Choice.of(Protection.Administrators.class)));

    private static final Shape POLICIES = ObjectOf.of(
            required("found", Choice.of(GroupPolicies.Found.class)),
            required("renamed", Choice.of(GroupPolicies.Renamed.class)),
            required("emptied", Choice.of(GroupPolicies.Emptied.class)),
            required("inactive", Choice.of(GroupPolicies.Inactive.class)));

    private static final Shape GROUPS = ObjectOf.of(
            required("rules", new ListOf(RULE, MappingChecks.MAX_RULES)),
            required("userRules", new ListOf(USER_RULE, MappingChecks.MAX_RULES)),
            required("protection", PROTECTION),
            required("policies", POLICIES));

    private static final Shape USER_NAME = ObjectOf.of(
            required("source", PATH),
            optional("rewriting", ObjectOf.of(required("pattern", TEXT), required("template", TEXT))),
            LETTER_CASE,
            required("examples", new ListOf(ObjectOf.of(required("given", TEXT), required("expected", TEXT)), 100)));

    private static final Shape USERS = ObjectOf.of(
            required("userName", USER_NAME),
            required(
                    "fields",
                    new ObjectOf(List.of(DirectoryField.values()).stream()
                            .map(field -> optional(MappingWords.of(field), TEMPLATES))
                            .toList())),
            required("attributes", new MapOf(TEMPLATES, 100)));

    private static final Shape SIGNATURE = ObjectOf.of(
            required("algorithm", new Choice(List.of(ALGORITHM))),
            required("publicKey", TEXT),
            required("fingerprint", TEXT),
            required("value", TEXT));

    /** The whole document. */
    static final ObjectOf BUNDLE = ObjectOf.of(
            required("format", new Choice(List.of(FORMAT))),
            required("formatVersion", new Shape.Constant(VERSION)),
            required("directory", NAME),
            required("groups", GROUPS),
            required("users", USERS),
            optional("products", new MapOf(new AnyObject(), 20)),
            optional("signature", SIGNATURE));

    private BundleShape() {}

    private static Map<String, ObjectOf> rules() {
        Shape.Member name = required("name", NAME);
        Map<String, ObjectOf> rules = new LinkedHashMap<>();
        rules.put(
                "table",
                ObjectOf.of(
                        type("table"),
                        name,
                        required("entries", new ListOf(ENTRY, MappingChecks.MAX_ENTRIES)),
                        MISSING,
                        THEN));
        rules.put("sameName", ObjectOf.of(type("sameName"), name, MISSING, THEN));
        rules.put(
                "pattern",
                ObjectOf.of(
                        type("pattern"),
                        name,
                        required("pattern", TEXT),
                        required("template", TEXT),
                        LETTER_CASE,
                        MISSING,
                        THEN));
        rules.put(
                "ignore",
                ObjectOf.of(
                        type("ignore"),
                        name,
                        required("groups", NAMES),
                        required("prefixes", NAMES),
                        required("patterns", TEXTS)));
        return rules;
    }

    private static Shape.Member type(String name) {
        return required("type", new Choice(List.of(name)));
    }
}
