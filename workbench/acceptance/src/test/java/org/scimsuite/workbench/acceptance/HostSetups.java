package org.scimsuite.workbench.acceptance;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The hosts that {@link OnEachHost} asks for; the system property {@code acceptance.only} (for instance {@code p8 on h2})
 * leaves the others out while one works on something.
 */
final class HostSetups implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        OnEachHost wanted = context.getRequiredTestClass().getAnnotation(OnEachHost.class);
        String only = System.getProperty("acceptance.only", "");
        return Arrays.stream(Generation.values())
                .flatMap(generation -> Arrays.stream(wanted.databases())
                        .flatMap(database -> Arrays.stream(wanted.frontFilters())
                                .map(filters -> new HostSetup(generation, database, filters))))
                .filter(setup -> setup.toString().startsWith(only))
                .map(Arguments::of);
    }
}
