package org.scimsuite.core.provision;

import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.store.UserRecord;

/**
 * A user as a connection sees it.
 *
 * @param resource complete, {@code id} and {@code meta} included
 * @param version the ETag, such as {@code W/"3"}; equal to {@code meta.version}
 */
public record ProvisionedUser(UserRecord record, DirectoryUser user, ScimResource resource, String version) {

    /** The absolute URI of the user. */
    public String location() {
        return resource.text("meta.location").orElseThrow();
    }
}
