package org.scimsuite.core.message;

import java.util.Optional;

/**
 * An error answer (RFC 7644 §3.12).
 *
 * @param status the HTTP status, 400 or more
 * @param detail one or two sentences that tell an IdP admin what to do; never a secret, a class name or a stack trace
 * @param retryAfterSeconds when the request may be sent again, for 429 and 503
 */
public record ScimError(int status, Optional<ScimType> scimType, String detail, Optional<Integer> retryAfterSeconds) {

    public static ScimError of(int status, String detail) {
        return new ScimError(status, Optional.empty(), detail, Optional.empty());
    }

    public static ScimError of(int status, ScimType scimType, String detail) {
        return new ScimError(status, Optional.of(scimType), detail, Optional.empty());
    }

    /** 400 with a {@code scimType}. */
    public static ScimError badRequest(ScimType scimType, String detail) {
        return of(400, scimType, detail);
    }

    /** The same error in other words. */
    public ScimError withDetail(String otherDetail) {
        return new ScimError(status, scimType, otherDetail, retryAfterSeconds);
    }

    /** 429 with {@code Retry-After} (RFC 6585 §4). */
    public static ScimError tooManyRequests(String detail, int retryAfterSeconds) {
        return new ScimError(429, Optional.empty(), detail, Optional.of(retryAfterSeconds));
    }

    /** 503 with {@code Retry-After}. */
    public static ScimError unavailable(String detail, int retryAfterSeconds) {
        return new ScimError(503, Optional.empty(), detail, Optional.of(retryAfterSeconds));
    }
}
