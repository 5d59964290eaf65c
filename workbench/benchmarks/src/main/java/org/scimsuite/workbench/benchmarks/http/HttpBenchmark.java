package org.scimsuite.workbench.benchmarks.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.scimsuite.workbench.acceptance.AdminClient;
import org.scimsuite.workbench.acceptance.Database;
import org.scimsuite.workbench.acceptance.Generation;
import org.scimsuite.workbench.acceptance.HostProcess;
import org.scimsuite.workbench.acceptance.HostSetup;
import org.scimsuite.workbench.acceptance.Jvm;
import org.scimsuite.workbench.acceptance.ScimClient;

/** Fills a host and a baseline with people, measures both in turns, and writes the result into a document. */
public final class HttpBenchmark {

    private static final int WORKERS = 8;
    private static final int ROUNDS = 5;

    /** With so few people look-ups and pages are measured first, to be compared with all of them. */
    private static final int FEW = 1_000;

    private static final int FEWEST = 2_000;
    private static final int WARM_UP_ROUNDS = 8;
    private static final int LATER_PAGES = 8;

    private final int users;
    private final Plugin ours;
    private final Bare bare;
    private int created;
    private int changed;

    private HttpBenchmark(int users, Plugin ours, Bare bare) {
        this.users = users;
        this.ours = ours;
        this.bare = bare;
    }

    /** Takes: number of users, generation (p8, p7), databases (h2, postgresql; with a comma between), document. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int users = Integer.parseInt(arguments[0]);
        if (users < FEWEST) {
            throw new IllegalArgumentException("There must be " + FEWEST + " users or more, for pages to be compared.");
        }
        Generation generation = Generation.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        List<String> lines = new ArrayList<>();
        for (String name : arguments[2].split(",", -1)) {
            Database database = Database.valueOf(name.toUpperCase(Locale.ROOT));
            database.missing().ifPresent(reason -> {
                throw new IllegalArgumentException(reason);
            });
            lines.addAll(measured(users, HostSetup.usual(generation, database)));
        }
        lines.forEach(System.out::println);
        new Document(Path.of(arguments[3])).replace(Report.of(users, WORKERS, ROUNDS, lines));
    }

    private static List<String> measured(int users, HostSetup setup)
            throws IOException, InterruptedException, ExecutionException {
        int people = users + 2 * ROUNDS * blockSize(Operation.CREATE, users);
        try (HostProcess host = HostProcess.start(setup, "load", Jvm.LONG_LIVED)) {
            AdminClient admin = new AdminClient(host.base());
            String connection = admin.createFastConnection("Load", 1).path("id").asText();
            String token = admin.issueToken(connection).path("token").asText();
            List<String> database = bareDatabase(setup.database(), host);
            try (Plugin ours = new Plugin(ScimClient.baseOf(host.base()), "Bearer " + token, WORKERS, people);
                    Bare bare = Bare.start(
                            Jvm.LONG_LIVED.options(), setup.generation().libraries(), database, WORKERS)) {
                List<String> lines = new HttpBenchmark(users, ours, bare).run(setup);
                lines.add("");
                lines.add("Resident memory of the stand-in after all this: " + Memory.of(host.pid()) + ".");
                return lines;
            }
        }
    }

    private static List<String> bareDatabase(Database database, HostProcess host) throws IOException {
        if (database == Database.H2) {
            Path folder = Files.createDirectories(host.data().resolve("bare"));
            return List.of(
                    "jdbc:h2:file:" + folder.resolve("database")
                            + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;QUERY_CACHE_SIZE=100",
                    "sa");
        }
        return database.create("scim_bare").stream()
                .map(option -> option.substring(option.indexOf('=') + 1))
                .toList();
    }

    private List<String> run(HostSetup setup) throws IOException, InterruptedException, ExecutionException {
        List<String> lines = new ArrayList<>(List.of("", "### " + setup, ""));
        int few = Math.min(FEW, users / 5);
        fill(few);
        warmUp(few);
        Counts whenFew = counts(few);
        fill(users);
        lines.add(Comparison.HEADER.strip());
        for (Operation operation : Operation.values()) {
            Comparison comparison = compared(operation, blockSize(operation, users));
            lines.add(comparison.row());
            System.out.println(comparison.row());
        }
        Counts whenAll = counts(few);
        lines.add("");
        lines.add(Counts.HEADER.strip());
        lines.add(whenFew.row(few));
        lines.add(whenAll.row(users));
        return lines;
    }

    private void warmUp(int people) throws IOException, InterruptedException, ExecutionException {
        for (int number = 0; number < WARM_UP_ROUNDS; number++) {
            for (Operation operation : List.of(Operation.READ, Operation.FIND, Operation.PATCH)) {
                round(operation, people);
            }
            ours.pages(1, people / Plugin.PAGE_SIZE - 2);
        }
    }

    /** What must not depend on the number of people. */
    private Counts counts(int calls) throws IOException, InterruptedException, ExecutionException {
        Plugin.Pages pages = ours.pages(ROUNDS, Math.min(LATER_PAGES, calls / Plugin.PAGE_SIZE - 2));
        return new Counts(compared(Operation.READ, calls), compared(Operation.FIND, calls), pages);
    }

    private Comparison compared(Operation operation, int calls)
            throws IOException, InterruptedException, ExecutionException {
        Comparison comparison = new Comparison(operation);
        for (int number = 0; number < ROUNDS; number++) {
            comparison.add(round(operation, calls));
        }
        return comparison;
    }

    /** Both sides get the same people: ours over HTTP, one request each; the baseline many in a transaction. */
    private void fill(int upTo) throws IOException, InterruptedException, ExecutionException {
        int missing = Math.max(0, upTo - created);
        if (missing > 0) {
            Block ours = this.ours.block(Operation.CREATE, created, missing, true);
            bare.fill(created, missing);
            created += missing;
            System.out.printf(
                    Locale.ROOT, "filled up to %,d people, over HTTP: %,.0f per s%n", created, ours.perSecond());
        }
    }

    private Comparison.Round round(Operation operation, int calls)
            throws IOException, InterruptedException, ExecutionException {
        return switch (operation) {
            case CREATE -> createRound(calls);
            case PATCH -> patchRound(calls);
            case READ, FIND -> {
                int from = Math.max(0, Math.min(created, users) - calls) / 2;
                yield new Comparison.Round(
                        ours.block(operation, from, calls, true),
                        bare.statements(operation, from, calls, true),
                        bare.overHttp(operation, from, calls, true));
            }
        };
    }

    /** The baseline creates half of the new people by bare statements and half behind HTTP. */
    private Comparison.Round createRound(int calls) throws IOException, InterruptedException, ExecutionException {
        int from = created;
        created += 2 * calls;
        Block ours = this.ours.block(Operation.CREATE, from, 2 * calls, true);
        return new Comparison.Round(
                ours,
                bare.statements(Operation.CREATE, from, calls, true),
                bare.overHttp(Operation.CREATE, from + calls, calls, true));
    }

    /** Every request changes something: who was deactivated in one round is brought back in the next. */
    private Comparison.Round patchRound(int calls) throws IOException, InterruptedException, ExecutionException {
        boolean active = changed++ % 2 == 1;
        return new Comparison.Round(
                ours.block(Operation.PATCH, 0, calls, active),
                bare.statements(Operation.PATCH, 0, calls, active),
                bare.overHttp(Operation.PATCH, 0, calls, active));
    }

    private static int blockSize(Operation operation, int users) {
        int usual =
                switch (operation) {
                    case CREATE -> 1_500;
                    case PATCH -> 3_000;
                    case READ, FIND -> 8_000;
                };
        return Math.min(usual, users / 2);
    }
}
