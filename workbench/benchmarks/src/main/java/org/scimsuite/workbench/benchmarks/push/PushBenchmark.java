package org.scimsuite.workbench.benchmarks.push;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scimsuite.workbench.acceptance.Database;
import org.scimsuite.workbench.acceptance.HostProcess;
import org.scimsuite.workbench.acceptance.HostSetup;
import org.scimsuite.workbench.acceptance.Jvm;
import org.scimsuite.workbench.acceptance.Product;
import org.scimsuite.workbench.benchmarks.http.Document;
import org.scimsuite.workbench.benchmarks.http.Memory;
import org.scimsuite.workbench.benchmarks.http.TestDatabase;
import org.scimsuite.workbench.benchmarks.push.GroupPush.Pushed;
import org.scimsuite.workbench.benchmarks.push.PlainInserts.Commits;
import org.scimsuite.workbench.benchmarks.push.PlainInserts.Inserted;

/** Pushes many groups into a host whose heap is limited, inserts the same rows by JDBC, and writes both into a document. */
public final class PushBenchmark {

    private PushBenchmark() {}

    /** Takes what {@link PushSettings#parse} takes. */
    public static void main(String[] arguments) throws Exception {
        PushSettings settings = PushSettings.parse(arguments);
        List<String> lines = new ArrayList<>();
        for (Database database : settings.databases()) {
            lines.add(measure(settings, HostSetup.usual(Product.JIRA, settings.generation(), database)));
        }
        String section = section(settings, lines);
        System.out.println(section);
        Document.of(settings.document(), "group-push", "PushBenchmark").replace(section);
    }

    private static String measure(PushSettings settings, HostSetup setup) throws Exception {
        TestDatabase database = TestDatabase.create(setup.database(), "scim_push", HostProcess.dataOf("push"));
        try (HostProcess host = HostProcess.start(setup, "push", Jvm.LONG_LIVED, database.hostOptions())) {
            Runtime.getRuntime().addShutdownHook(new Thread(host::close));
            System.out.println(setup + ": " + settings.groups() + " groups of " + settings.membersPerGroup());
            GroupPush push = new GroupPush(settings, host);
            push.createPeople();
            PlainInserts plain = new PlainInserts(database, settings.groups());
            Pushed pushed = push.push();
            push.verify();
            Memory memory = Memory.of(host.pid());
            Inserted few = plain.run(Commits.EACH_GROUP);
            Inserted many = plain.run(Commits.EACH_DIRECTORY_CHANGE);
            return line(setup, pushed, few, many, memory);
        }
    }

    private static String line(HostSetup setup, Pushed pushed, Inserted few, Inserted many, Memory memory) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %.1f s | %,.0f | %,.0f (%.1f times) | %,.0f (%.1f times) | %d MiB |",
                setup,
                pushed.requests(),
                few.rows(),
                seconds(pushed.time()),
                few.rows() / seconds(pushed.time()),
                few.rows() / seconds(few.time()),
                seconds(pushed.time()) / seconds(few.time()),
                many.rows() / seconds(many.time()),
                seconds(pushed.time()) / seconds(many.time()),
                memory.peak());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static String section(PushSettings settings, List<String> lines) {
        String text = """
                ## A first push of groups

                %,d groups of %,d members each (%,d memberships of %,d people), pushed over HTTP one after another as Entra ID sends them: a group
                without members, then its members a hundred at a time. The mapping makes a local group of each on the fly; the time ends when
                everybody is in every local group, which is checked to the last member. Written are groups, memberships, grants, journal and the
                directory's own groups and memberships. The host has a heap of 256 MB (JVM options `%s`).

                Beside it, in the same run and database: the same rows once more by plain JDBC, one prepared insert for each row on one connection, into
                tables of the same columns and indexes without foreign keys, by a client that does nothing else. Once with a transaction for each group; once with
                one for each change of the directory, as if it were asked for one membership at a time; the plugin asks for a hundred. The aim is to need no more than 3 times as long.

                JDK %s, %d processors shared by client, host and database.

                | host | requests | rows | time | rows/s | JDBC rows/s, a commit for each group | JDBC rows/s, a commit for each directory change | memory of the host at its peak |
                |---|---|---|---|---|---|---|---|
                """.formatted(
                        settings.groups(),
                        settings.membersPerGroup(),
                        settings.memberships(),
                        settings.people(),
                        String.join(" ", Jvm.LONG_LIVED.options()),
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors());
        return text + String.join("\n", lines);
    }
}
