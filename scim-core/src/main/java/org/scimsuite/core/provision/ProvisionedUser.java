package org.scimsuite.core.provision;

import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.store.UserRecord;

/** A user as a connection sees it: a record and its directory user. */
public record ProvisionedUser(UserRecord record, DirectoryUser user, ScimResource resource, String version)
        implements ProvisionedResource {}
