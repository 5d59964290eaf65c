package org.scimsuite.atlassian.rest;

import java.util.List;
import org.scimsuite.core.admin.AdminResult.FieldError;

/** Ends a call of the admin API with an error status. */
final class AdminRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<FieldError> errors;

    AdminRefusal(int status, List<FieldError> errors) {
        super(errors.toString());
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /** An error that concerns the call as a whole. */
    AdminRefusal(int status, String message) {
        this(status, List.of(new FieldError("", message)));
    }

    int status() {
        return status;
    }

    List<FieldError> errors() {
        return errors;
    }
}
