package org.scimsuite.atlassian.crowd;

import com.atlassian.crowd.embedded.api.Attributes;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;

/** Crowd's values as ours, and the other way round. */
public final class CrowdValues {

    /** By name, so that a product without that kind of directory does not matter. */
    private static final String DELEGATING = "DELEGATING";

    private CrowdValues() {}

    /** A user with everything that Crowd knows. */
    public static DirectoryUser user(User user) {
        return new DirectoryUser(
                user.getDirectoryId(),
                Optional.ofNullable(user.getExternalId()).filter(id -> !id.isEmpty()),
                new DirectoryUserProfile(
                        user.getName(),
                        text(user.getFirstName()),
                        text(user.getLastName()),
                        text(user.getDisplayName()),
                        text(user.getEmailAddress()),
                        Activation.of(user.isActive())));
    }

    /** Writes every field of the profile but the name. */
    public static void fill(UserTemplate template, DirectoryUserProfile profile) {
        template.setFirstName(profile.firstName());
        template.setLastName(profile.lastName());
        template.setDisplayName(profile.displayName());
        template.setEmailAddress(profile.email());
        // a new template is inactive, so this is said every time
        template.setActive(profile.active().isActive());
    }

    /** Attributes that have values. */
    public static Map<String, Set<String>> attributes(Attributes holder) {
        Map<String, Set<String>> attributes = new HashMap<>();
        for (String name : holder.getKeys()) {
            Set<String> values = holder.getValues(name);
            if (values != null && !values.isEmpty()) {
                attributes.put(name, Set.copyOf(values));
            }
        }
        return attributes;
    }

    /** A directory with what it allows, and what is to be said about its kind. */
    public static DirectoryInfo info(Directory directory) {
        Set<String> allowed = directory.getAllowedOperations().stream()
                .map(OperationType::name)
                .collect(Collectors.toSet());
        Set<DirectoryOperation> operations = EnumSet.allOf(DirectoryOperation.class);
        operations.removeIf(operation -> !allowed.contains(operation.name()));
        return new DirectoryInfo(
                directory.getId(),
                text(directory.getName()),
                directory.getType().name(),
                operations,
                remarks(directory));
    }

    private static List<String> remarks(Directory directory) {
        List<String> remarks = new ArrayList<>();
        String description = text(directory.getDescription()).strip();
        if (!description.isEmpty()) {
            remarks.add("Its description: " + description);
        }
        if (DELEGATING.equals(directory.getType().name())) {
            remarks.add(
                    "It checks passwords with an LDAP server: only people of the same name there can log in with a password.");
        }
        return remarks;
    }

    /** Crowd's {@code null} is our "no value". */
    public static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
