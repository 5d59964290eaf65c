package org.scimsuite.workbench.benchmarks.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.scimsuite.workbench.acceptance.AdminClient;
import org.scimsuite.workbench.acceptance.Database;
import org.scimsuite.workbench.acceptance.HostProcess;
import org.scimsuite.workbench.acceptance.HostSetup;
import org.scimsuite.workbench.acceptance.Jvm;
import org.scimsuite.workbench.acceptance.Product;
import org.scimsuite.workbench.benchmarks.http.Block.Limit;
import org.scimsuite.workbench.benchmarks.http.Comparison.Round;

/** Fills a host and a baseline with people, measures both in turns, and writes the result into a document. */
public final class HttpBenchmark {

    /** Until the compilers are done with a kind of request, so that few people are not measured with colder code than many. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private static final Duration WARM_UP_OF_THE_BASELINE = Duration.ofSeconds(2);
    private static final int PEOPLE_PER_STEP = 10_000;
    private static final int LISTS = 5;
    private static final int LATER_PAGES = 8;

    private final Settings settings;
    private final Results results;
    private final TestDatabase database;
    private final Plugin ours;
    private final Bare bare;
    private final Turns oursTurns = new Turns();
    private final Turns bareTurns = new Turns();

    private HttpBenchmark(Settings settings, Results results, TestDatabase database, Plugin ours, Bare bare) {
        this.settings = settings;
        this.results = results;
        this.database = database;
        this.ours = ours;
        this.bare = bare;
    }

    /** Takes what {@link Settings#parse} takes. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.parse(arguments);
        Results results = new Results(settings);
        for (Database database : settings.databases()) {
            measure(settings, HostSetup.usual(Product.JIRA, settings.generation(), database), results);
        }
        results.end();
    }

    private static void measure(Settings settings, HostSetup setup, Results results) throws Exception {
        TestDatabase database = TestDatabase.create(setup.database(), "scim_load", HostProcess.dataOf("load"));
        try (HostProcess host = HostProcess.start(setup, "load", Jvm.LONG_LIVED, database.hostOptions())) {
            endsWithThisProcess(host);
            AdminClient admin = new AdminClient(host.base());
            String connection = admin.createFastConnection("Load", 1).path("id").asText();
            String token = admin.issueToken(connection).path("token").asText();
            try (Plugin ours = new Plugin(host, token, Settings.WORKERS, settings.users());
                    Bare bare = Bare.start(
                            Jvm.LONG_LIVED.options(),
                            setup.generation().libraries(),
                            TestDatabase.create(setup.database(), "scim_bare", host.data()),
                            Settings.WORKERS)) {
                endsWithThisProcess(bare);
                results.add("\n### " + setup + "\n");
                new HttpBenchmark(settings, results, database, ours, bare).run();
                results.add("\nResident memory of the stand-in after all this: " + Memory.of(host.pid())
                        + "; the aim is less than 512 MiB.");
            }
        }
    }

    private static void endsWithThisProcess(AutoCloseable other) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                other.close();
            } catch (Exception e) {
                System.err.println("A process did not end: " + e);
            }
        }));
    }

    private void run() throws Exception {
        database.relaxed(() -> fill(Settings.FEW));
        warmUp();
        Counts few = counts(new Sweep(Settings.FEW));
        database.relaxed(() -> fill(settings.users()));
        Sweep all = new Sweep(settings.users());
        results.add(Comparison.HEADER);
        for (Operation operation : Operation.values()) {
            Comparison comparison = new Comparison(operation);
            for (int number = 0; number < Settings.ROUNDS; number++) {
                comparison.add(round(operation, all, Limit.time(settings.block())));
            }
            results.add(comparison.row());
        }
        results.add("\n" + Counts.HEADER);
        results.add(few.row());
        results.add(counts(all).row());
    }

    private Round round(Operation operation, Sweep sweep, Limit limit) throws Exception {
        return new Round(
                oursTurns.take(ours, operation, sweep, limit),
                bareTurns.take(bare.statements(), operation, sweep, limit),
                bareTurns.take(bare.overHttp(), operation, sweep, limit));
    }

    private void warmUp() throws Exception {
        say("warming up");
        for (Operation operation : List.of(Operation.READ, Operation.FIND, Operation.PATCH)) {
            Sweep few = new Sweep(Settings.FEW);
            oursTurns.take(ours, operation, few, Limit.time(WARM_UP));
            bareTurns.take(bare.statements(), operation, few, Limit.time(WARM_UP_OF_THE_BASELINE));
            bareTurns.take(bare.overHttp(), operation, few, Limit.time(WARM_UP_OF_THE_BASELINE));
        }
        ours.pages(LISTS, LATER_PAGES);
    }

    /** What must not depend on the number of people. */
    private Counts counts(Sweep sweep) throws Exception {
        Limit limit = Limit.time(settings.block().multipliedBy(2));
        return new Counts(
                sweep.people(),
                oursTurns.take(ours, Operation.READ, sweep, limit).block(),
                oursTurns.take(ours, Operation.FIND, sweep, limit).block(),
                ours.pages(LISTS, LATER_PAGES));
    }

    /** Both sides get the same people: ours over HTTP, one request each; the baseline many in a transaction. */
    private void fill(int people) throws Exception {
        Sweep nobody = new Sweep(1);
        for (int present = (int) oursTurns.next(Operation.CREATE);
                present < people;
                present = (int) oursTurns.next(Operation.CREATE)) {
            int step = Math.min(PEOPLE_PER_STEP, people - present);
            Block created = oursTurns
                    .take(ours, Operation.CREATE, nobody, Limit.calls(step))
                    .block();
            bare.fill(present, step);
            bareTurns.skip(Operation.CREATE, step);
            say(String.format(
                    Locale.ROOT,
                    "%,d people of %,d; created over HTTP %,.0f per s",
                    present + step,
                    people,
                    created.perSecond()));
        }
    }

    private static void say(String progress) {
        System.out.println("(" + progress + ")");
    }
}
