package org.scimsuite.core.mapping;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.mapping.UserMapping.DirectoryField;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.resource.ScimResource;

/**
 * A user as SCIM shows it: what the provider recorded, with the directory's value wherever the directory says something
 * else. A provider that reads it sees what is, and can repair it. What templates have put together is not taken apart again:
 * only where one is nothing but a placeholder, the directory's value is shown in the place of the attribute.
 */
public final class EffectiveUser {

    private final UserProjection projection;
    private final ScimResource recorded;
    private ScimResource shown;

    private EffectiveUser(UserProjection projection, ScimResource recorded) {
        this.projection = projection;
        this.recorded = recorded;
        this.shown = recorded;
    }

    /**
     * Lays the directory over what was recorded.
     *
     * @param projection how the directory's values are made
     * @param recorded without values when the provider never wrote the user
     */
    public static ScimResource of(UserProjection projection, ScimResource recorded, DirectoryUserProfile actual) {
        return new EffectiveUser(projection, recorded).under(actual);
    }

    private ScimResource under(DirectoryUserProfile actual) {
        DirectoryUserProfile expected = projection.profile(recorded);
        boolean sameName = DirectoryUser.nameKey(expected.name()).equals(DirectoryUser.nameKey(actual.name()));
        if (projection.names().areFromUserName()
                ? !sameName
                : recorded.text("userName").isEmpty()) {
            shown = shown.with("userName", AttributeValue.text(actual.name()));
        }
        show(DirectoryField.FIRST_NAME, expected.firstName(), actual.firstName());
        show(DirectoryField.LAST_NAME, expected.lastName(), actual.lastName());
        show(DirectoryField.DISPLAY_NAME, expected.displayName(), actual.displayName());
        show(DirectoryField.EMAIL, expected.email(), actual.email());
        return shown.with("active", AttributeValue.bool(actual.active().isActive()));
    }

    private void show(DirectoryField field, String expected, String actual) {
        if (expected.equals(actual)) {
            return;
        }
        Optional<ValueRule.Filled> filled = projection.filled(field, recorded);
        if (filled.isPresent()) {
            filled.get().attribute().ifPresent(attribute -> shown = attribute.write(shown, actual));
            return;
        }
        shown = switch (field) {
            case FIRST_NAME -> setText(shown, "name.givenName", actual);
            case LAST_NAME -> setText(shown, "name.familyName", actual);
            case DISPLAY_NAME -> setText(shown, "displayName", actual);
            case EMAIL -> setEmail(shown, actual);
        };
    }

    private static ScimResource setText(ScimResource resource, String path, String text) {
        return text.isEmpty() ? resource.without(path) : resource.with(path, AttributeValue.text(text));
    }

    private static ScimResource setEmail(ScimResource resource, String address) {
        if (resource.get("emails").isEmpty() && !address.isEmpty()) {
            return resource.with("emails", new MultiValue(List.of(newEmail(resource, address))));
        }
        return SourcePath.of("emails", resource.type()).write(resource, address);
    }

    private static ComplexValue newEmail(ScimResource resource, String address) {
        Optional<ComplexValue> empty = resource.type()
                .attributes()
                .attribute("emails")
                .map(emails -> ComplexValue.empty(emails.subAttributes()));
        return empty.orElseThrow()
                .with("value", AttributeValue.text(address))
                .with("type", AttributeValue.text("work"))
                .with("primary", AttributeValue.bool(true));
    }
}
