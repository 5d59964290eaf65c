package org.scimsuite.core.mapping;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.resource.ScimResource;

/** What of a SCIM user a directory can hold. */
public final class UserProjection {

    private UserProjection() {}

    /** The directory fields of a user; {@code active} absent counts as active. */
    public static DirectoryUserProfile of(ScimResource user) {
        return new DirectoryUserProfile(
                user.text("userName").orElse(""),
                user.text("name.givenName").orElse(""),
                user.text("name.familyName").orElse(""),
                displayName(user),
                email(user),
                Activation.of(user.bool("active").orElse(true)));
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
