package org.scimsuite.core.mapping;

/** A part of a mapping that cannot be used; the message is a sentence for the administrator who wrote it, and nothing was changed. */
public final class InvalidMappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidMappingException(String sentence) {
        super(sentence);
    }

    InvalidMappingException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
