package org.scimsuite.workbench.conformance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the lines of {@code requirements.tsv} that a test shows: it fails when the server stops doing what they say. On a
 * class it speaks for the class as a whole.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Requirement {

    /** Identifiers such as {@code C123}. */
    String[] value();
}
