package org.scimsuite.workbench.benchmarks.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.scimsuite.workbench.acceptance.HostProcess;
import org.scimsuite.workbench.acceptance.ScimClient;
import org.scimsuite.workbench.benchmarks.http.Block.Limit;
import org.scimsuite.workbench.benchmarks.http.KeepAliveConnection.Answer;

/** Our side: requests to the SCIM endpoint, each worker on a connection of its own. */
final class Plugin implements Side, AutoCloseable {

    /** People on a page of a list. */
    static final int PAGE_SIZE = 100;

    private static final JsonFactory JSON = new JsonFactory();

    private final long pid;
    private final List<KeepAliveConnection> connections = new ArrayList<>();
    private final AtomicReferenceArray<String> ids;

    /** By person, 1 for whoever is deactivated: each PATCH sets the opposite, so that each changes something. */
    private final AtomicIntegerArray inactive;

    /** @param people the people who are read and changed; whoever is created behind them is not */
    Plugin(HostProcess host, String token, int workers, int people) throws IOException {
        this.pid = host.pid();
        for (int worker = 0; worker < workers; worker++) {
            connections.add(new KeepAliveConnection(ScimClient.baseOf(host.base()), Optional.of("Bearer " + token)));
        }
        this.ids = new AtomicReferenceArray<>(people);
        this.inactive = new AtomicIntegerArray(people);
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public Block run(Operation operation, Sweep sweep, long from, Limit limit)
            throws InterruptedException, ExecutionException {
        return Block.of(connections.size(), from, limit, (worker, number) -> {
            KeepAliveConnection connection = connections.get(worker);
            switch (operation) {
                case CREATE -> create(connection, number);
                case READ -> read(connection, sweep.person(number));
                case FIND -> find(connection, sweep.person(number));
                case PATCH -> patch(connection, sweep.person(number));
            }
        });
    }

    private void create(KeepAliveConnection connection, long person) throws IOException {
        String id = text(expect(201, connection.send("POST", "/Users", Person.json(person))), "id");
        if (person < ids.length()) {
            ids.set((int) person, id);
        }
    }

    private void read(KeepAliveConnection connection, int person) throws IOException {
        expect(200, connection.send("GET", "/Users/" + ids.get(person), ""));
    }

    private void find(KeepAliveConnection connection, int person) throws IOException {
        String filter = "userName%20eq%20%22" + Person.name(person) + "%22";
        String body = expect(200, connection.send("GET", "/Users?filter=" + filter, ""));
        if (!body.contains(ids.get(person))) {
            throw new IllegalStateException("Not found: " + body);
        }
    }

    private void patch(KeepAliveConnection connection, int person) throws IOException {
        boolean active = inactive.getAndUpdate(person, before -> 1 - before) == 1;
        String body = expect(200, connection.send("PATCH", "/Users/" + ids.get(person), Person.patch(active)));
        if (!body.contains("\"active\":" + active)) {
            throw new IllegalStateException("Not changed: " + body);
        }
    }

    /** How long pages of a list take, one after another on one connection. */
    record Pages(Block first, Block later) {}

    /** Begins to list all people by cursor, some times, and reads the first page and some more of each list. */
    Pages pages(int lists, int laterPages) throws IOException {
        KeepAliveConnection connection = connections.get(0);
        long[] first = new long[lists];
        long[] later = new long[lists * laterPages];
        for (int list = 0; list < lists; list++) {
            String cursor = "";
            for (int page = 0; page <= laterPages; page++) {
                long sent = System.nanoTime();
                String body =
                        expect(200, connection.send("GET", "/Users?count=" + PAGE_SIZE + "&cursor=" + cursor, ""));
                long nanos = System.nanoTime() - sent;
                if (page == 0) {
                    first[list] = nanos;
                } else {
                    later[list * laterPages + page - 1] = nanos;
                }
                cursor = text(body, "nextCursor");
            }
        }
        return new Pages(Block.of(first), Block.of(later));
    }

    private static String expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("Answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    /** A text that the answer itself holds, not something inside it. */
    private static String text(String body, String wanted) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String member = parser.currentName();
                parser.nextToken();
                if (member.equals(wanted)) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
            throw new IllegalStateException("An answer without " + wanted);
        }
    }

    @Override
    public void close() throws IOException {
        for (KeepAliveConnection connection : connections) {
            connection.close();
        }
    }
}
