package org.scimsuite.workbench.host.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.scimsuite.workbench.host.HostMain;
import org.scimsuite.workbench.host.HostOptions.ParentDeath;
import org.scimsuite.workbench.host.product.Product;
import org.scimsuite.workbench.host.trial.TryOptions.End;
import org.scimsuite.workbench.replay.Mappings;

/**
 * {@code mvn -Ptry}: starts a host for each product with the built plugin, makes a connection, a mapping and a token as an admin would, and
 * says how to use them; on request it plays a day at a company, as an identity provider sends it, to all of them at once.
 */
public final class TryMain {

    static final long DIRECTORY = 1;
    static final String ADMIN_USER = "admin";
    static final String ADMIN_PASSWORD = "admin";

    private static final String MAPPING = "dev-users";

    private final TryOptions options;
    private final Queue<TrialHost> running = new ConcurrentLinkedQueue<>();

    private TryMain(TryOptions options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            HostMain.endWithParent(ParentDeath.EXITS);
            new TryMain(TryOptions.parse(List.of(arguments))).run();
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            System.err.println(e.getMessage()
                    + " (other ports: mvn -Ptry -Dport=3990; fewer products: mvn -Ptry -Dproducts=jira,crowd)");
            System.exit(1);
        }
    }

    private void run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> running.forEach(TrialHost::close), "trial-shutdown"));
        Optional<CompanyDay> day = options.replay().map(CompanyDay::new);
        List<TrialProduct> ready = AtOnce.forEach(options.products(), this::ready);
        System.out.println(TryBanner.text(ready, options));
        boolean asExpected = day.map(played -> played.play(ready)).orElse(true);
        if (options.end() == End.WHEN_SHOWN) {
            System.exit(asExpected ? 0 : 1);
        }
        System.out.println("Running. Ctrl-C stops it.");
        new CountDownLatch(1).await();
    }

    private TrialProduct ready(Product product) {
        try {
            if (options.replay().isPresent()) {
                wipe(options.data(product));
            }
            TrialHost host = TrialHost.start(product, options.host(product));
            running.add(host);
            AdminClient admin = new AdminClient(host.base(), ADMIN_USER, ADMIN_PASSWORD);
            String connection = admin.connection("Try it", DIRECTORY);
            admin.mapping(connection, Mappings.bundle(MAPPING));
            return new TrialProduct(host, admin.token(connection, "mvn -Ptry"));
        } catch (IOException e) {
            throw new UncheckedIOException(product.displayName() + ": " + e.getMessage(), e);
        }
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
