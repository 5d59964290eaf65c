package org.scimsuite.workbench.benchmarks.http;

import java.util.List;
import java.util.Locale;
import org.scimsuite.workbench.acceptance.Jvm;

/** The section of the document. */
final class Report {

    private static final String PEERS = """

            **Peers that scan.** A look-up by name reads indexed rows here, however many people there are. The peers of the engine
            section leave look-ups to whoever embeds them; what each brings along to answer a filter goes through all users: Apache
            SCIMple's `FilterExpressions.inMemory` (only for small collections or demos, as its Javadoc says), SCIM-SDK's
            auto-filtering (whoever embeds it hands over all resources and does not see the filter) and UnboundID's
            `SimpleSearchResults` (for searches that always return everything, as its Javadoc says). They were not run over HTTP.
            """;

    private Report() {}

    static String of(Settings settings, String remark, List<String> results) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """
                ## Over HTTP

                The built plugin in the stand-in host, %1$d keep-alive connections, %2$,d people created over HTTP one by one. All that is
                measured is durable; only while it is filled, H2 writes to the disk twice a second. Beside it, in turns in the same run (%3$d rounds of %4$.1f s for each side, medians), what a request cannot do
                without: the bare JDBC statements, prepared, on pooled connections, %1$d threads, in a process of their own, on tables of
                the same columns and indexes, with as many people (their rows are put there by JDBC). "Bare statements" run in a loop
                without any HTTP; "behind HTTP" they are all that a Jetty does for a request, which shows what the transport and the
                client, on the same processors, cost anybody: no server can be faster than that, and where it is slower than the target,
                the target is out of reach on this machine. Processor time is that of the server's process, without the client and without
                PostgreSQL.

                The client is a few sockets and takes processor time from the server only; the bare statements have the machine to
                themselves. The stand-in keeps its locks in its process, as a product does that is not clustered, and remembers the
                column names that Active Objects would make anew for each statement.

                JDK %5$s, %6$d processors shared by client, server and database; JVM options of both servers: `%7$s`.

                """,
                Settings.WORKERS,
                settings.users(),
                Settings.ROUNDS,
                settings.block().toMillis() / 1e3,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                String.join(" ", Jvm.LONG_LIVED.options())));
        if (!remark.isEmpty()) {
            text.append(remark).append("\n\n");
        }
        text.append("| request | the statements it cannot do without |\n|---|---|\n");
        for (Operation operation : Operation.values()) {
            text.append("| ")
                    .append(operation.title())
                    .append(" | ")
                    .append(String.join("; ", operation.statements()))
                    .append(" |\n");
        }
        results.forEach(line -> text.append(line).append('\n'));
        text.append(PEERS);
        return text.toString().stripTrailing();
    }
}
