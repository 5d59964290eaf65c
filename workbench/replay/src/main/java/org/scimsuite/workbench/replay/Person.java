package org.scimsuite.workbench.replay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A user as the directory stores it.
 *
 * @param externalId what the directory knows the person by when the name changes; never a SCIM {@code externalId}
 * @param groups the names of the local groups that the person is a direct member of, in the order of the directory
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Person(
        String name,
        String displayName,
        String firstName,
        String lastName,
        String email,
        boolean active,
        String externalId,
        List<String> groups) {

    public Person {
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    Person in(List<String> localGroups) {
        return new Person(name, displayName, firstName, lastName, email, active, externalId, localGroups);
    }
}
