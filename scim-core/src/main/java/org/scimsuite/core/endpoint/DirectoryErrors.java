package org.scimsuite.core.endpoint;

import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimType;

/** Words what a directory refused for the identity provider's admin. */
final class DirectoryErrors {

    private static final int GONE_RETRY_SECONDS = 300;
    private static final int RETRY_SECONDS = 30;

    private DirectoryErrors() {}

    static ScimError of(DirectoryException refusal) {
        String detail = refusal.getMessage();
        if (refusal instanceof DirectoryException.UserExists) {
            return ScimError.of(
                    409,
                    ScimType.UNIQUENESS,
                    detail + " To take over that user, look it up with the filter userName eq, then PUT or PATCH it.");
        }
        if (refusal instanceof DirectoryException.GroupExists) {
            return ScimError.of(409, ScimType.UNIQUENESS, detail);
        }
        if (refusal instanceof DirectoryException.InvalidUser || refusal instanceof DirectoryException.InvalidGroup) {
            return ScimError.badRequest(ScimType.INVALID_VALUE, detail);
        }
        if (refusal instanceof DirectoryException.NotPermitted) {
            return ScimError.of(403, detail);
        }
        if (refusal instanceof DirectoryException.UserNotFound || refusal instanceof DirectoryException.GroupNotFound) {
            return ScimError.of(404, detail);
        }
        if (refusal instanceof DirectoryException.DirectoryGone) {
            return ScimError.unavailable(detail, GONE_RETRY_SECONDS);
        }
        return ScimError.unavailable(detail, RETRY_SECONDS);
    }
}
