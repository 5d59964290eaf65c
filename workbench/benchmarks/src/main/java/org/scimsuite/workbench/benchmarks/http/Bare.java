package org.scimsuite.workbench.benchmarks.http;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.scimsuite.workbench.benchmarks.http.Block.Limit;

/** The baseline's side: a {@link BareServer} in a process of its own, with the host's libraries and JVM options. */
final class Bare implements AutoCloseable {

    /** By name: its libraries are on its own class path, not on ours. */
    private static final String SERVER = Bare.class.getPackageName() + ".BareServer";

    private final Process process;
    private final List<KeepAliveConnection> connections = new ArrayList<>();

    private Bare(Process process, URI base, int workers) throws IOException {
        this.process = process;
        for (int worker = 0; worker < workers; worker++) {
            connections.add(new KeepAliveConnection(base, Optional.empty()));
        }
    }

    static Bare start(List<String> jvm, Path libraries, TestDatabase database, int workers) throws IOException {
        Path here = Path.of(URI.create(
                Bare.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", here + File.pathSeparator + libraries + "/*", SERVER));
        command.addAll(List.of(database.url(), database.user(), database.password()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder output = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(BareServer.READY)) {
                return new Bare(process, URI.create(line.substring(BareServer.READY.length())), workers);
            }
            output.append(line).append('\n');
        }
        throw new IllegalStateException("The baseline does not start:\n" + output);
    }

    /** Creates people without measuring it. */
    void fill(int from, int people) throws IOException {
        connections.get(0).send("GET", "/fill/" + from + "/" + people, "");
    }

    /** The statements in a loop, without HTTP. */
    Side statements() {
        return new Side() {
            @Override
            public Block run(Operation operation, Sweep sweep, long from, Limit limit) throws IOException {
                String path = "/block/" + word(operation) + "/" + sweep.people() + "/" + connections.size() + "/" + from
                        + "/" + limit.calls() + "/" + limit.time().toMillis();
                return Block.parse(connections.get(0).send("GET", path, "").body());
            }

            @Override
            public long pid() {
                return process.pid();
            }
        };
    }

    /** The statements as the only work of an HTTP server. */
    Side overHttp() {
        return new Side() {
            @Override
            public Block run(Operation operation, Sweep sweep, long from, Limit limit)
                    throws InterruptedException, ExecutionException {
                return Block.of(
                        connections.size(), from, limit, (worker, number) -> one(operation, sweep, worker, number));
            }

            @Override
            public long pid() {
                return process.pid();
            }
        };
    }

    private void one(Operation operation, Sweep sweep, int worker, long number) throws IOException {
        String path = "/one/" + word(operation) + "/" + sweep.people() + "/" + number;
        String body =
                switch (operation) {
                    case CREATE -> Person.json(number);
                    case READ, FIND -> "";
                    case PATCH -> Person.patch(true);
                };
        if (connections
                        .get(worker)
                        .send(body.isEmpty() ? "GET" : "POST", path, body)
                        .status()
                != 200) {
            throw new IllegalStateException("The baseline failed at " + path);
        }
    }

    private static String word(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        for (KeepAliveConnection connection : connections) {
            connection.close();
        }
        process.destroyForcibly();
    }
}
