package org.scimsuite.core.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.resource.ScimResource;

/**
 * A user as SCIM shows it: what the provider recorded, with the directory's value wherever the directory says something
 * else. A provider that reads it sees what is, and can repair it.
 */
public final class EffectiveUser {

    private EffectiveUser() {}

    /**
     * Lays the directory over what was recorded.
     *
     * @param recorded without values when the provider never wrote the user
     */
    public static ScimResource of(ScimResource recorded, DirectoryUserProfile actual) {
        DirectoryUserProfile expected = UserProjection.of(recorded);
        ScimResource shown = recorded;
        if (!DirectoryUser.nameKey(expected.name()).equals(DirectoryUser.nameKey(actual.name()))) {
            shown = setText(shown, "userName", actual.name());
        }
        if (!expected.firstName().equals(actual.firstName())) {
            shown = setText(shown, "name.givenName", actual.firstName());
        }
        if (!expected.lastName().equals(actual.lastName())) {
            shown = setText(shown, "name.familyName", actual.lastName());
        }
        if (!expected.displayName().equals(actual.displayName())) {
            shown = setText(shown, "displayName", actual.displayName());
        }
        if (!expected.email().equals(actual.email())) {
            shown = setEmail(shown, actual.email());
        }
        return shown.with("active", AttributeValue.bool(actual.active().isActive()));
    }

    private static ScimResource setText(ScimResource resource, String path, String text) {
        return text.isEmpty() ? resource.without(path) : resource.with(path, AttributeValue.text(text));
    }

    private static ScimResource setEmail(ScimResource resource, String address) {
        List<AttributeValue> emails = new ArrayList<>(resource.get("emails")
                .filter(MultiValue.class::isInstance)
                .map(value -> ((MultiValue) value).values())
                .orElse(List.of()));
        int main = indexOfMain(emails);
        if (address.isEmpty()) {
            if (main < emails.size()) {
                emails.remove(main);
            }
        } else if (main < emails.size()) {
            emails.set(main, ((ComplexValue) emails.get(main)).with("value", AttributeValue.text(address)));
        } else {
            emails.add(newEmail(resource, address));
        }
        return emails.isEmpty() ? resource.without("emails") : resource.with("emails", new MultiValue(emails));
    }

    /** The primary address, else the first one, else behind the end of an empty list. */
    private static int indexOfMain(List<AttributeValue> emails) {
        for (int index = 0; index < emails.size(); index++) {
            if (((ComplexValue) emails.get(index)).isTrue("primary")) {
                return index;
            }
        }
        return 0;
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
