package org.scimsuite.core.mapping;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.mapping.UserMapping.DirectoryField;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.ResourceType;

/** What of a SCIM user a directory holds: a {@link UserMapping}, made ready once. Immutable, and shared by threads. */
public final class UserProjection {

    private final UserNames names;
    private final Map<DirectoryField, ValueRule> fields;
    private final Map<String, ValueRule> attributes;

    private UserProjection(UserNames names, Map<DirectoryField, ValueRule> fields, Map<String, ValueRule> attributes) {
        this.names = names;
        this.fields = fields;
        this.attributes = attributes;
    }

    /**
     * Makes a mapping ready.
     *
     * @param users the type of the users that will be projected, with its extensions
     * @throws InvalidMappingException naming the part that cannot be used
     */
    public static UserProjection of(UserMapping mapping, ResourceType users) {
        Map<DirectoryField, ValueRule> fields = new EnumMap<>(DirectoryField.class);
        mapping.fields().forEach((field, templates) -> fields.put(field, ValueRule.of(templates, users)));
        Map<String, ValueRule> attributes = new LinkedHashMap<>();
        mapping.attributes().forEach((name, templates) -> attributes.put(name, ValueRule.of(templates, users)));
        return new UserProjection(UserNames.of(mapping.userName(), users), fields, attributes);
    }

    /** How people are called in the directory. */
    public UserNames names() {
        return names;
    }

    /**
     * The directory fields of a user; {@code active} absent counts as active. The name is empty when the user lacks what it is
     * made from.
     */
    public DirectoryUserProfile profile(ScimResource user) {
        return new DirectoryUserProfile(
                names.of(user).orElse(""),
                mapped(DirectoryField.FIRST_NAME, user)
                        .orElseGet(() -> user.text("name.givenName").orElse("")),
                mapped(DirectoryField.LAST_NAME, user)
                        .orElseGet(() -> user.text("name.familyName").orElse("")),
                mapped(DirectoryField.DISPLAY_NAME, user).orElseGet(() -> displayName(user)),
                mapped(DirectoryField.EMAIL, user).orElseGet(() -> email(user)),
                Activation.of(user.bool("active").orElse(true)));
    }

    private Optional<String> mapped(DirectoryField field, ScimResource user) {
        return filled(field, user).map(ValueRule.Filled::text);
    }

    /** What the templates of a field give; empty when it has none, or none that can be filled: the field is made as without a mapping then. */
    Optional<ValueRule.Filled> filled(DirectoryField field, ScimResource user) {
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(fields.get(field)).flatMap(rule -> rule.fill(user));
    }

    /** Whether the directory keeps attributes of people beside its fields. */
    public boolean hasAttributes() {
        return !attributes.isEmpty();
    }

    /** Whether the directory's fields are made as without a mapping, apart from the case of letters in names. */
    public boolean isPlain() {
        return names.areUserNames() && fields.isEmpty();
    }

    /** All attributes that the directory shall keep, by their names there; those without values shall not be there. */
    public Map<String, Set<String>> attributes(ScimResource user) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        attributes.forEach((name, rule) -> values.put(
                name,
                rule.fill(user)
                        .map(ValueRule.Filled::text)
                        .filter(text -> !text.isEmpty())
                        .map(Set::of)
                        .orElse(Set.of())));
        return values;
    }

    /**
     * What a client wants, without what it only repeats of the directory: where it leaves an attribute as it was shown, and
     * that was a value of the directory in the place of the recorded one, the recorded one stays. A mapping makes the
     * directory's values, so they must not become its sources.
     *
     * @param recorded what the provider has written before
     * @param shown what {@link EffectiveUser} made of it
     * @param wanted made from what was shown
     */
    public ScimResource withoutRepetitions(ScimResource recorded, ScimResource shown, ScimResource wanted) {
        ScimResource result = wanted;
        for (DirectoryField field : fields.keySet()) {
            Optional<SourcePath> overlaid = filled(field, recorded)
                    .flatMap(ValueRule.Filled::attribute)
                    .filter(path -> !path.isEqual(recorded, shown));
            if (overlaid.isPresent() && overlaid.get().isEqual(shown, wanted)) {
                result = overlaid.get().copy(result, recorded);
            }
        }
        boolean repeatsName = names.areFromUserName()
                && !names.areUserNames()
                && recorded.text("userName").isPresent()
                && shown.text("userName").equals(wanted.text("userName"));
        return repeatsName ? names.withSourceOf(recorded, result) : result;
    }

    /** Directories want a display name, so the best there is stands in for a missing one. */
    private static String displayName(ScimResource user) {
        String givenAndFamily = Stream.of("name.givenName", "name.familyName")
                .flatMap(path -> user.text(path).stream())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
        return Stream.of(user.text("displayName"), user.text("name.formatted"), Optional.of(givenAndFamily))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .findFirst()
                .or(() -> user.text("userName"))
                .orElse("");
    }

    private static String email(ScimResource user) {
        if (user.get("emails").isPresent()) {
            return user.primaryText("emails").orElse("");
        }
        return user.text("userName").filter(UserProjection::looksLikeAddress).orElse("");
    }

    private static boolean looksLikeAddress(String text) {
        int at = text.indexOf('@');
        return at > 0 && at == text.lastIndexOf('@') && at < text.length() - 1 && text.indexOf(' ') < 0;
    }
}
