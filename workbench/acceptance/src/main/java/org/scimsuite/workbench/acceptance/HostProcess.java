package org.scimsuite.workbench.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The stand-in host with the built plugin jar, as a process of its own. It can be stopped, killed and started again on the
 * same data.
 */
public final class HostProcess implements AutoCloseable {

    private static final String READY = "HOST READY ";
    private static final String SEVERAL_NODES = "--nodes=several";
    private static final long START_SECONDS = 120;
    private static final long STOP_SECONDS = 30;

    private final List<String> command;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private Process process;
    private URI base;

    private HostProcess(List<String> command) {
        this.command = command;
    }

    /**
     * Starts a host on new, empty data.
     *
     * @param name folder and database name, unique among the hosts that run at the same time
     */
    public static HostProcess start(HostSetup setup, String name) {
        return start(setup, name, Jvm.SHORT_LIVED);
    }

    /** As {@link #start(HostSetup, String)}, with these JVM options. */
    public static HostProcess start(HostSetup setup, String name, Jvm jvm) {
        return start(setup, name, jvm, setup.database().create("scim_" + name));
    }

    /** As {@link #start(HostSetup, String, Jvm)}, on a database that these options of the host name. */
    public static HostProcess start(HostSetup setup, String name, Jvm jvm, List<String> databaseOptions) {
        return start(setup, name, databaseOptions, setup.plugin(), jvm);
    }

    /** The folder that keeps the data of the host of that name. */
    public static Path dataOf(String name) {
        return Path.of(System.getProperty("acceptance.work"), name);
    }

    /** As {@link #start(HostSetup, String)}, with another plugin jar than the built one. */
    static HostProcess startWith(HostSetup setup, String name, Path plugin) {
        return start(setup, name, setup.database().create("scim_" + name), plugin, Jvm.SHORT_LIVED);
    }

    /** As {@link #start(HostSetup, String)}, with more options. */
    static HostProcess startWith(HostSetup setup, String name, List<String> more) {
        List<String> options = new ArrayList<>(setup.database().create("scim_" + name));
        options.addAll(more);
        return start(setup, name, options, setup.plugin(), Jvm.SHORT_LIVED);
    }

    /** As {@link #start(HostSetup, String)}, as a node of a cluster. */
    static HostProcess startFirstNode(HostSetup setup, String name) {
        List<String> options = new ArrayList<>(setup.database().create("scim_" + name));
        options.add(SEVERAL_NODES);
        return start(setup, name, options, setup.plugin(), Jvm.SHORT_LIVED);
    }

    /** Starts a second host on the first one's database: two nodes of one cluster. */
    static HostProcess startNode(HostSetup setup, String name, HostProcess first) {
        return start(
                setup,
                name,
                first.command.stream()
                        .filter(option -> option.startsWith("--jdbc-") || option.equals(SEVERAL_NODES))
                        .toList(),
                setup.plugin(),
                Jvm.SHORT_LIVED);
    }

    private static HostProcess start(HostSetup setup, String name, List<String> databaseOptions, Path plugin, Jvm jvm) {
        Path data = dataOf(name);
        clear(data);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm.options());
        command.addAll(List.of(
                "-cp",
                setup.generation().libraries() + "/*",
                "org.scimsuite.workbench.host.HostMain",
                "--product=" + setup.product().word(),
                "--port=0",
                "--plugin=" + plugin,
                "--data=" + data));
        command.addAll(setup.pluginDatabase().options());
        command.addAll(databaseOptions);
        command.addAll(setup.options());
        HostProcess host = new HostProcess(command);
        host.start();
        return host;
    }

    /** Starts the host, again on the same data if it ran before; returns when it serves. */
    public void start() {
        CompletableFuture<URI> ready = new CompletableFuture<>();
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException("The host cannot be started.", e);
        }
        Process started = process;
        Thread reader = new Thread(() -> read(started, ready), "host-output");
        reader.setDaemon(true);
        reader.start();
        try {
            base = ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("The host does not start:\n" + String.join("\n", output), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void read(Process source, CompletableFuture<URI> ready) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(source.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith(READY)) {
                    ready.complete(URI.create(line.substring(READY.length()).trim()));
                }
            }
        } catch (IOException e) {
            output.add("(the output ends here: " + e.getMessage() + ")");
        }
        ready.completeExceptionally(new IllegalStateException("it ended before it was ready"));
    }

    /** Returns the URL of the product, for instance {@code http://localhost:49152/jira}. */
    public URI base() {
        return base;
    }

    /** Returns all lines the host has printed, over all its lives. */
    public List<String> output() {
        return List.copyOf(output);
    }

    /** Returns the folder that keeps the host's data; it is emptied when a host of that name is started anew. */
    public Path data() {
        return Path.of(option("--data=").orElseThrow());
    }

    /** Returns the number that the operating system knows the running process by. */
    public long pid() {
        return process.pid();
    }

    /** Opens the host's database past the host; an H2 file can be opened only while the host is down. */
    Connection openDatabase() throws SQLException {
        return DriverManager.getConnection(
                option("--jdbc-url=")
                        .orElseGet(() -> "jdbc:h2:file:" + option("--data=").orElseThrow() + "/database"),
                option("--jdbc-user=").orElse("sa"),
                option("--jdbc-password=").orElse(""));
    }

    private Optional<String> option(String prefix) {
        return command.stream()
                .filter(option -> option.startsWith(prefix))
                .map(option -> option.substring(prefix.length()))
                .findFirst();
    }

    /** Asks the host to end, as an admin would, and waits until it has; returns the exit code. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Ends the host without a word to it. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /**
     * Waits for the host to end by itself; returns the exit code.
     *
     * @throws IllegalStateException when it lives on
     */
    public int awaitEnd() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The host does not end:\n" + String.join("\n", output));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting for the host.", e);
    }

    private static void clear(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder cannot be emptied.", e);
        }
    }
}
