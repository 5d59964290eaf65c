package org.scimsuite.core.dialect;

/** One deviation from the RFC that an identity provider is known to need, and the sentence the journal shows for it. */
public enum Tolerance {
    BOOLEAN_AS_TEXT("A boolean was sent as text, such as \"False\" (Entra ID)."),
    SINGLE_FOR_LIST("A single value was sent where a list belongs (OneLogin)."),
    LIST_FOR_SINGLE("A list of one value was sent where a single value belongs (older Entra ID dialect)."),
    TEXT_FOR_COMPLEX(
            "A plain text was sent where an object belongs and was taken as its \"value\" (Entra ID manager)."),
    EMPTY_TEXT_IS_UNASSIGNED("An empty text was taken as no value (Entra ID)."),
    SCHEMAS_MISSING("The \"schemas\" list was missing or incomplete."),
    UNKNOWN_SCHEMA("A schema that this server does not know was left out (Entra ID and Okta custom schemas)."),
    EXTENSION_NOT_LISTED("An extension was sent that \"schemas\" does not list."),
    OPERATION_IN_ANY_CASE("A PATCH operation was not in lower case, such as \"Replace\" (Entra ID)."),
    DOTTED_KEY("A PATCH value used a path as a key, such as \"name.givenName\" (Entra ID)."),
    CREATE_MISSING_ELEMENT("A PATCH path named a list element that was not there; it was created (Entra ID)."),
    READ_ONLY_IN_VALUE(
            "A PATCH value repeated attributes that only the server sets; they were left out (Okta, Authentik)."),
    REMOVE_LISTED_VALUES("A PATCH remove carried the values to remove; only those were removed (Entra ID)."),
    ADD_OF_NOTHING("A PATCH add carried no value; nothing was added."),
    NOTHING_TO_REMOVE("A PATCH remove selected a list element that was not there."),
    UNQUOTED_FILTER_VALUE("A filter value was not quoted (Authentik)."),
    BOOLEAN_TEXT_IN_FILTER("A filter compared a boolean with a text, such as \"True\" (Entra ID)."),
    FILTERED_ATTRIBUTE_IN_FILTER("A filter used the form emails[type eq \"work\"].value eq \"x\" (Entra ID).");

    private final String sentence;

    Tolerance(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
