package com.atlassian.crowd.model.application;

import com.atlassian.crowd.embedded.api.Directory;
import java.util.Set;

/** A directory that an application sees, and who of it may log in there. */
public interface ApplicationDirectoryMapping {
    Directory getDirectory();

    boolean isAllowAllToAuthenticate();

    Set<String> getAuthorisedGroupNames();
}
