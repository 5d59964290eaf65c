package org.scimsuite.core.message;

/** Ends a request with a {@link ScimError}; nothing has been changed when it is thrown. */
public final class ScimException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ScimError error;

    public ScimException(ScimError error) {
        super(error.detail());
        this.error = error;
    }

    public ScimException(ScimError error, Throwable cause) {
        super(error.detail(), cause);
        this.error = error;
    }

    /** 400 with a {@code scimType}. */
    public static ScimException badRequest(ScimType scimType, String detail) {
        return new ScimException(ScimError.badRequest(scimType, detail));
    }

    public ScimError error() {
        return error;
    }
}
