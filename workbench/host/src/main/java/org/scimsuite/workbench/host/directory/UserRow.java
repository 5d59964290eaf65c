package org.scimsuite.workbench.host.directory;

import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** A user as stored, exactly. */
public record UserRow(
        long id,
        long directoryId,
        String name,
        boolean active,
        String firstName,
        String lastName,
        String displayName,
        String email,
        String externalId,
        String credential) {

    static final String COLUMNS =
            "id, directory_id, name, active, first_name, last_name, display_name, email, external_id, credential";

    static UserRow read(ResultSet row) throws SQLException {
        return new UserRow(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }

    /** A new row from a template; what the template leaves out is empty. The id is the database's to give. */
    static UserRow from(long directoryId, User template, String externalId, String credential) {
        return new UserRow(
                0,
                directoryId,
                template.getName(),
                template.isActive(),
                text(template.getFirstName()),
                text(template.getLastName()),
                text(template.getDisplayName()),
                text(template.getEmailAddress()),
                externalId,
                credential);
    }

    /** This row with the profile of a template; name, external id and password stay. */
    UserRow withProfile(User template) {
        UserRow profile = from(directoryId, template, externalId, credential);
        return new UserRow(
                id,
                directoryId,
                name,
                profile.active(),
                profile.firstName(),
                profile.lastName(),
                profile.displayName(),
                profile.email(),
                externalId,
                credential);
    }

    User toUser() {
        UserTemplate user = new UserTemplate(name, directoryId);
        fill(user);
        return user;
    }

    UserTemplateWithAttributes toUser(Map<String, Set<String>> attributes) {
        UserTemplateWithAttributes user = new UserTemplateWithAttributes(name, directoryId);
        fill(user);
        attributes.forEach(user::setAttribute);
        return user;
    }

    private void fill(UserTemplate user) {
        user.setActive(active);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setDisplayName(displayName);
        user.setEmailAddress(email);
        user.setExternalId(externalId);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
