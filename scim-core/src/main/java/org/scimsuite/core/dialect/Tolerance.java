package org.scimsuite.core.dialect;

/**
 * One deviation from the RFC that an identity provider is known to need, and the sentence the journal shows for it. The
 * sentence begins with the provider that made us learn it; whoever sends the same is understood as well.
 */
public enum Tolerance {
    BOOLEAN_AS_TEXT("Entra ID: a boolean was sent as text, such as \"False\"."),
    SINGLE_FOR_LIST("OneLogin: a single value was sent where a list belongs."),
    LIST_FOR_SINGLE("Entra ID, older dialect: a list of one value was sent where a single value belongs."),
    TEXT_FOR_COMPLEX(
            "Entra ID: a text was sent where an object belongs, such as a manager; it was taken as the \"value\"."),
    EMPTY_TEXT_IS_UNASSIGNED("Entra ID: an empty text was taken as no value."),
    SCHEMAS_MISSING("Authentik: \"schemas\" was missing or incomplete."),
    UNKNOWN_SCHEMA("Entra ID, Okta: a schema that this server does not know was left out."),
    EXTENSION_NOT_LISTED("Okta: an extension was sent that \"schemas\" does not list."),
    OPERATION_IN_ANY_CASE("Entra ID: a PATCH operation was not in lower case, such as \"Replace\"."),
    DOTTED_KEY("Entra ID with aadOptscim062020: a PATCH value used a path as a key, such as \"name.givenName\"."),
    CREATE_MISSING_ELEMENT("Entra ID: a PATCH path named a list element that was not there; it was created."),
    READ_ONLY_IN_VALUE(
            "Okta, Authentik: a PATCH value repeated attributes that only the server sets; they were left out."),
    REMOVE_LISTED_VALUES(
            "Entra ID, JumpCloud, Authentik: a PATCH remove listed the values to remove; only those were removed."),
    NO_OPERATIONS("ConnId (Apache Syncope, midPoint): a PATCH had no operations; nothing was changed."),
    ADD_OF_NOTHING("Entra ID: a PATCH add carried no value; nothing was added."),
    NOTHING_TO_REMOVE("Entra ID, Okta: a PATCH remove selected a list element that was not there."),
    UNKNOWN_MEMBER(
            "Bulk pushes: a group was given a member that this server does not know; it is kept, and not shown."),
    MEMBER_BY_OTHER_ID(
            "Bulk pushes: a member was given by its externalId or userName instead of the \"id\" of this server; that user or group was taken."),
    UNQUOTED_FILTER_VALUE("Authentik: a filter value was not quoted."),
    BOOLEAN_TEXT_IN_FILTER("Entra ID: a filter compared a boolean with a text, such as \"True\"."),
    FILTERED_ATTRIBUTE_IN_FILTER("Entra ID: a filter had the form emails[type eq \"work\"].value eq \"x\".");

    private final String sentence;

    Tolerance(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
