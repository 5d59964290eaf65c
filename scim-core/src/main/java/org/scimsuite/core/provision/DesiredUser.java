package org.scimsuite.core.provision;

import java.util.Map;
import java.util.Set;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.resource.ScimResource;

/**
 * What somebody shall be.
 *
 * @param resource what is recorded, as the provider says it
 * @param profile what the directory shall hold; its name need not be the {@code userName}
 * @param attributes what the directory shall keep beside it, of all attributes that the mapping fills; none where there shall be no
 *     such attribute
 */
record DesiredUser(ScimResource resource, DirectoryUserProfile profile, Map<String, Set<String>> attributes) {

    DesiredUser {
        attributes = Map.copyOf(attributes);
    }

    /** Empty where the mapping has kept the directory's name, and nothing else is known. */
    String userName() {
        return resource.text("userName").orElse("");
    }

    /** What the person is called in the directory. */
    String name() {
        return profile.name();
    }

    String nameKey() {
        return DirectoryUser.nameKey(name());
    }
}
