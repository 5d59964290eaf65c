package com.atlassian.crowd.manager.application;

import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationDirectoryMapping;
import java.util.List;

/** The groups that people get into by logging in to an application. */
public interface DefaultGroupMembershipService {
    List<String> listAll(Application application, ApplicationDirectoryMapping directoryMapping)
            throws OperationFailedException;
}
