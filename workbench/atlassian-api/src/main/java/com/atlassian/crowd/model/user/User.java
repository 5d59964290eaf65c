package com.atlassian.crowd.model.user;

import com.atlassian.crowd.model.DirectoryEntity;

/** A user as a directory holds it. */
public interface User extends DirectoryEntity, com.atlassian.crowd.embedded.api.User {
    String getFirstName();

    String getLastName();

    String getExternalId();
}
