package org.scimsuite.workbench.acceptance;

import static org.scimsuite.workbench.acceptance.Database.H2;
import static org.scimsuite.workbench.acceptance.Database.POSTGRESQL;
import static org.scimsuite.workbench.acceptance.Generation.P7;
import static org.scimsuite.workbench.acceptance.Generation.P8;
import static org.scimsuite.workbench.acceptance.Product.BITBUCKET;
import static org.scimsuite.workbench.acceptance.Product.CONFLUENCE;
import static org.scimsuite.workbench.acceptance.Product.CROWD;
import static org.scimsuite.workbench.acceptance.Product.JIRA;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The hosts that {@link OnEachHost} asks for; the system property {@code acceptance.only} (for instance {@code jira p8 on h2})
 * leaves the others out while one works on something.
 */
final class HostSetups implements ArgumentsProvider {

    /**
     * Every jar runs on H2. On PostgreSQL runs the plugin that uses the product's tables, and the one that brings an engine of its
     * own: the others do as the first. What the product's own filters do is open for each product, so each has another variant;
     * and so is how a plugin reaches Crowd's database.
     */
    private static final List<HostSetup> HOSTS = List.of(
            jira(P8, H2),
            jira(P8, POSTGRESQL),
            confluence(P8),
            bitbucket(P8),
            crowd(P8, H2).with(PluginDatabase.CONFIGURED),
            crowd(P8, POSTGRESQL),
            jira(P7, H2),
            confluence(P7),
            bitbucket(P7),
            crowd(P7, H2));

    private static HostSetup jira(Generation generation, Database database) {
        return new HostSetup(JIRA, generation, database, FrontFilters.USUAL, PluginDatabase.LENT);
    }

    private static HostSetup confluence(Generation generation) {
        return new HostSetup(CONFLUENCE, generation, H2, FrontFilters.REJECTING_TOKENS, PluginDatabase.LENT);
    }

    private static HostSetup bitbucket(Generation generation) {
        return new HostSetup(BITBUCKET, generation, H2, FrontFilters.REJECTING_TOKENS_ON_REST, PluginDatabase.LENT);
    }

    private static HostSetup crowd(Generation generation, Database database) {
        return new HostSetup(CROWD, generation, database, FrontFilters.WITHOUT_LOGIN_REDIRECT, PluginDatabase.LENT);
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        OnEachHost wanted = context.getRequiredTestClass().getAnnotation(OnEachHost.class);
        String only = System.getProperty("acceptance.only", "");
        return HOSTS.stream()
                .filter(setup -> contains(wanted.products(), setup.product()))
                .filter(setup -> contains(wanted.generations(), setup.generation()))
                .filter(setup -> contains(wanted.databases(), setup.database()))
                .flatMap(setup -> wanted.frontFilters().length == 0
                        ? Stream.of(setup)
                        : Arrays.stream(wanted.frontFilters()).map(setup::with))
                .filter(setup -> setup.toString().startsWith(only))
                .map(Arguments::of);
    }

    private static <E> boolean contains(E[] wanted, E value) {
        return Arrays.asList(wanted).contains(value);
    }
}
