package org.scimsuite.workbench.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Runs the test class for both generations on both databases; {@link #frontFilters} asks for other hosts than the usual. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ParameterizedClass(name = "{0}")
@ArgumentsSource(HostSetups.class)
@interface OnEachHost {

    Database[] databases() default {Database.H2, Database.POSTGRESQL};

    FrontFilters[] frontFilters() default FrontFilters.USUAL;
}
