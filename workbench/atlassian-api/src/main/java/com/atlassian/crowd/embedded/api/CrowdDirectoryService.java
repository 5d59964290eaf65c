package com.atlassian.crowd.embedded.api;

import java.util.List;

/** The directories of an application that embeds Crowd. */
public interface CrowdDirectoryService {
    List<Directory> findAllDirectories();
}
