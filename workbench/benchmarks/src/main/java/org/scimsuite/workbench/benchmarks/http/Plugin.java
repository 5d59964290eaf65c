package org.scimsuite.workbench.benchmarks.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.scimsuite.workbench.benchmarks.http.KeepAliveConnection.Answer;

/** Our side: requests to the SCIM endpoint, each worker on a connection of its own. */
final class Plugin implements AutoCloseable {

    /** People on a page of a list. */
    static final int PAGE_SIZE = 100;

    private static final JsonFactory JSON = new JsonFactory();

    private final List<KeepAliveConnection> connections = new ArrayList<>();
    private final String[] ids;

    /** @param people the largest number of people there will be */
    Plugin(URI scim, String authorization, int workers, int people) throws IOException {
        for (int worker = 0; worker < workers; worker++) {
            connections.add(new KeepAliveConnection(scim, Optional.of(authorization)));
        }
        this.ids = new String[people];
    }

    Block block(Operation operation, int from, int calls, boolean active)
            throws InterruptedException, ExecutionException {
        return Block.of(connections.size(), calls, (worker, number) -> {
            int person = from + number;
            KeepAliveConnection connection = connections.get(worker);
            switch (operation) {
                case CREATE ->
                    ids[person] = text(expect(201, connection.send("POST", "/Users", Person.json(person))), "id");
                case READ -> expect(200, connection.send("GET", "/Users/" + ids[person], ""));
                case FIND -> {
                    String filter = "userName%20eq%20%22" + Person.name(person) + "%22";
                    String body = expect(200, connection.send("GET", "/Users?filter=" + filter, ""));
                    if (!body.contains(ids[person])) {
                        throw new IllegalStateException("Not found: " + body);
                    }
                }
                case PATCH -> {
                    String body = expect(200, connection.send("PATCH", "/Users/" + ids[person], Person.patch(active)));
                    if (!body.contains("\"active\":" + active)) {
                        throw new IllegalStateException("Not changed: " + body);
                    }
                }
            }
        });
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
