package org.scimsuite.core.admin;

import java.util.List;

/** How an administrator's request ended. */
public sealed interface AdminResult<T> {

    /** Done; the value is the new state. */
    record Done<T>(T value) implements AdminResult<T> {}

    /** Refused, with every reason at once; nothing was changed. */
    record Invalid<T>(List<FieldError> errors) implements AdminResult<T> {
        public Invalid {
            errors = List.copyOf(errors);
        }

        static <T> Invalid<T> of(String field, String message) {
            return new Invalid<>(List.of(new FieldError(field, message)));
        }
    }

    /** There is nothing of that id. */
    record NotFound<T>() implements AdminResult<T> {}

    /** Somebody else was faster; nothing was changed. */
    record Conflict<T>(FieldError error) implements AdminResult<T> {}

    /**
     * What is wrong with one field of the request.
     *
     * @param field its JSON name
     * @param message a sentence for the administrator
     */
    record FieldError(String field, String message) {}
}
