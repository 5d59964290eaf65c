package org.scimsuite.workbench.replay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A user as the directory stores it.
 *
 * @param externalId what the directory knows the person by when the name changes; never a SCIM {@code externalId}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Person(
        String name,
        String displayName,
        String firstName,
        String lastName,
        String email,
        boolean active,
        String externalId) {}
