package org.scimsuite.workbench.benchmarks;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.scimsuite.workbench.acceptance.AdminClient;
import org.scimsuite.workbench.acceptance.Database;
import org.scimsuite.workbench.acceptance.Generation;
import org.scimsuite.workbench.acceptance.HostProcess;
import org.scimsuite.workbench.acceptance.HostSetup;
import org.scimsuite.workbench.acceptance.Product;
import org.scimsuite.workbench.acceptance.ScimClient;

/** Creates many users, looks each up by its name, reads each, lists all in pages and changes some. */
public final class UsersBenchmark {

    private static final int CHANGED = 1000;

    private final int users;
    private final Load load;
    private final ScimClient scim;
    private final PrintStream out;

    private UsersBenchmark(int users, int clients, ScimClient scim, PrintStream out) {
        this.users = users;
        this.load = new Load(clients);
        this.scim = scim;
        this.out = out;
    }

    /** Takes: number of users, number of clients at once, generation (p8, p7), database (h2, postgresql). */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int users = Integer.parseInt(arguments[0]);
        int clients = Integer.parseInt(arguments[1]);
        Generation generation = Generation.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        Database database = Database.valueOf(arguments[3].toUpperCase(Locale.ROOT));
        database.missing().ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        HostSetup setup = HostSetup.usual(Product.JIRA, generation, database);
        try (HostProcess host = HostProcess.start(setup, "benchmark")) {
            AdminClient admin = new AdminClient(host.base());
            ScimClient scim = admin.scim(
                    admin.createFastConnection("Benchmark", 1).path("id").asText());
            System.out.printf(
                    "%n%,d users, %d clients at once, %s, JDK %s, %d processors%n%n",
                    users,
                    clients,
                    setup,
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors());
            new UsersBenchmark(users, clients, scim, System.out).run();
        }
    }

    private void run() throws InterruptedException, ExecutionException {
        String[] ids = new String[users];
        out.println(Measurement.HEADER);
        print(load.run("create", users, 201, number -> {
            var reply = scim.create(name(number));
            ids[number] = reply.at("/id");
            return reply;
        }));
        print(load.run("look up by userName", users, 200, number -> scim.find("userName eq \"" + name(number) + "\"")));
        print(load.run("read by id", users, 200, number -> scim.get("/Users/" + ids[number])));
        print(load.run("list, pages of 100", pages(100), 200, page -> scim.get(page(page, 100))));
        print(load.run("list, pages of 1000", pages(1000), 200, page -> scim.get(page(page, 1000))));
        print(load.run(
                "filter by another attribute",
                20,
                200,
                number -> scim.find("emails.value sw \"" + name(number * users / 20) + "\"")));
        print(load.run(
                "change displayName by PATCH",
                Math.min(users, CHANGED),
                200,
                number -> scim.patch(
                        "/Users/" + ids[number],
                        "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Changed\"}")));
        print(load.run(
                "deactivate by PATCH",
                Math.min(users, CHANGED),
                200,
                number -> scim.patch(
                        "/Users/" + ids[number], "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}")));
        out.println();
    }

    private void print(Measurement measurement) {
        out.println(measurement.row());
    }

    private static String name(int number) {
        return "user%06d@acme.test".formatted(number);
    }

    private int pages(int size) {
        return (users + size - 1) / size;
    }

    private static String page(int number, int size) {
        return "/Users?startIndex=" + (number * size + 1) + "&count=" + size;
    }
}
