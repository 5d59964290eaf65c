package org.scimsuite.workbench.host.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scimsuite.workbench.host.HostMain;
import org.scimsuite.workbench.host.product.Product;

/** The host of one product, a process of its own: a product's class loaders, ports and ends are nobody else's. */
final class TrialHost implements AutoCloseable {

    private final Product product;
    private final Process process;
    private final URI base;

    private TrialHost(Product product, Process process, URI base) {
        this.product = product;
        this.process = process;
        this.base = base;
    }

    /**
     * Starts a host; when this returns, it serves. What it says later is passed on.
     *
     * @throws IllegalStateException when it does not start; it has said why
     */
    static TrialHost start(Product product, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HostMain.class.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            URI base = awaitReady(product, output);
            Thread passOn = new Thread(() -> passOn(product, output), "output-of-" + product.shortName());
            passOn.setDaemon(true);
            passOn.start();
            return new TrialHost(product, process, base);
        } catch (IOException e) {
            throw new UncheckedIOException("The host of " + product.displayName() + " cannot be started", e);
        }
    }

    private static URI awaitReady(Product product, BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(HostMain.READY)) {
                return URI.create(line.substring(HostMain.READY.length()));
            }
            say(product, line);
        }
        throw new IllegalStateException("The host of " + product.displayName() + " did not start");
    }

    private static void passOn(Product product, BufferedReader output) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                say(product, line);
            }
        } catch (IOException gone) {
            say(product, "The host cannot be heard any more: " + gone.getMessage());
        }
    }

    private static void say(Product product, String line) {
        System.out.println("[" + product.shortName() + "] " + line);
    }

    Product product() {
        return product;
    }

    /** The base URL with the context path. */
    URI base() {
        return base;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
