package com.atlassian.crowd.model.application;

import java.util.List;

/** An application that asks Crowd who people are. */
public interface Application {
    String getName();

    boolean isActive();

    /** In the order in which they are asked for a name. */
    List<ApplicationDirectoryMapping> getApplicationDirectoryMappings();
}
