package org.scimsuite.core.mapping;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a SCIM user becomes what in the directory.
 *
 * <p>A value is given as a list of templates: the first one whose placeholders all have a value wins. A template is text with
 * placeholders such as <code>${name.givenName}</code>, a SCIM path (RFC 7644 §3.10) of the user or of an extension; without placeholders it is a constant. Of
 * several values the primary one counts, else the first.
 *
 * @param userName how the directory's name of a person is made
 * @param fields templates of fields of the directory; a field that is missing here is made as without any mapping
 * @param attributes templates of attributes that the directory keeps beside its fields, by their names there
 */
public record UserMapping(
        UserNameRule userName, Map<DirectoryField, List<String>> fields, Map<String, List<String>> attributes) {

    /** Everybody is called as the provider calls them. */
    public static final UserMapping PLAIN = new UserMapping(UserNameRule.PLAIN, Map.of(), Map.of());

    public UserMapping {
        EnumMap<DirectoryField, List<String>> byField = new EnumMap<>(DirectoryField.class);
        fields.forEach((field, templates) -> byField.put(field, List.copyOf(templates)));
        fields = Collections.unmodifiableMap(byField);
        Map<String, List<String>> byName = new LinkedHashMap<>();
        attributes.forEach((name, templates) -> byName.put(name, List.copyOf(templates)));
        attributes = Collections.unmodifiableMap(byName);
    }

    /** A field of a directory user that templates can fill. */
    public enum DirectoryField {
        FIRST_NAME,
        LAST_NAME,
        DISPLAY_NAME,
        EMAIL
    }

    /**
     * How the directory's name of a person is made.
     *
     * @param source the SCIM path of the value that it is made from; {@code userName} unless said otherwise
     * @param rewriting what is done with the value; empty: it is taken as it is
     * @param examples values and what must become of them; a mapping whose examples do not come out is refused
     */
    public record UserNameRule(
            String source, Optional<Rewriting> rewriting, LetterCase letterCase, List<Example> examples) {

        /** The {@code userName} as it is. */
        public static final UserNameRule PLAIN =
                new UserNameRule("userName", Optional.empty(), LetterCase.AS_IS, List.of());

        public UserNameRule {
            examples = List.copyOf(examples);
        }
    }

    /**
     * Rewrites a value.
     *
     * @param pattern of the whole value, in the syntax of RE2; a value that it does not match is left as it is
     * @param template as in {@link GroupRule.Pattern}
     */
    public record Rewriting(String pattern, String template) {}

    /** A worked example of a rule. */
    public record Example(String given, String expected) {}
}
