package org.scimsuite.workbench.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs the test class for the Platform 8 jar of every product. What shows that a jar works at all is asked for both generations;
 * the other parameters narrow the hosts down, or ask for front filters other than the usual.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ParameterizedClass(name = "{0}")
@ArgumentsSource(HostSetups.class)
@interface OnEachHost {

    Product[] products() default {Product.JIRA, Product.CONFLUENCE, Product.BITBUCKET, Product.CROWD};

    Generation[] generations() default Generation.P8;

    Database[] databases() default {Database.H2, Database.POSTGRESQL};

    /** None: those that the host has. */
    FrontFilters[] frontFilters() default {};
}
