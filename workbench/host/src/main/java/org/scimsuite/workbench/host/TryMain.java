package org.scimsuite.workbench.host;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.scimsuite.workbench.host.HostOptions.ParentDeath;
import org.scimsuite.workbench.host.TryOptions.End;
import org.scimsuite.workbench.host.plugin.PluginFailedException;
import org.scimsuite.workbench.replay.Exchange;
import org.scimsuite.workbench.replay.Mappings;
import org.scimsuite.workbench.replay.ReplayResult;
import org.scimsuite.workbench.replay.Replayer;
import org.scimsuite.workbench.replay.StandInPeople;

/**
 * {@code mvn -Ptry}: starts a host with the built plugin, makes a connection, a mapping and a token as an admin would, and says
 * how to use them; on request it plays a day at a company as an identity provider sends it.
 */
public final class TryMain {

    private static final long DIRECTORY = 1;
    private static final String DAY = "day-at-acme";
    private static final String MAPPING = "dev-users";

    private TryMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            run(TryOptions.parse(List.of(arguments)));
        } catch (PluginFailedException | IllegalArgumentException e) {
            System.err.println(e.getMessage() + " (another port: mvn -Ptry -Dport=2991)");
            System.exit(1);
        }
    }

    private static void run(TryOptions options) throws IOException, InterruptedException {
        if (options.replay().isPresent()) {
            wipe(options.data());
        }
        HostMain.endWithParent(ParentDeath.EXITS);
        HostOptions hostOptions = options.host();
        StandInHost host = StandInHost.start(hostOptions);
        Thread shutdown = new Thread(host::close, "stand-in-shutdown");
        Runtime.getRuntime().addShutdownHook(shutdown);
        AdminClient admin = new AdminClient(host.base(), hostOptions.adminUser(), hostOptions.adminPassword());
        String connection = admin.connection("Try it", DIRECTORY);
        admin.mapping(connection, Mappings.bundle(MAPPING));
        String token = admin.token(connection, "mvn -Ptry");
        System.out.println(TryBanner.text(host.base(), token, hostOptions, options));
        int failures = 0;
        if (options.replay().isPresent()) {
            failures = play(options.replay().get(), host.base(), token, hostOptions);
        }
        if (options.end() == End.WHEN_SHOWN) {
            System.exit(failures == 0 ? 0 : 1);
        }
        System.out.println("Running. Ctrl-C stops it.");
        new CountDownLatch(1).await();
    }

    /** Plays the day; the number of steps that did not go as recorded. */
    private static int play(String idp, URI base, String token, HostOptions options) {
        Exchange day = Exchange.load(idp, DAY);
        StandInPeople people = new StandInPeople(base, DIRECTORY, options.adminUser(), options.adminPassword());
        URI scim = URI.create(TryBanner.scimBase(base));
        ReplayResult result = new Replayer(scim, token, people, System.out).play(day);
        return result.failures().size();
    }

    private static void wipe(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
