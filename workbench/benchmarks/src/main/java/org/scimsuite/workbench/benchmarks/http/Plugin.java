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
                case CREATE -> ids[person] = id(expect(201, connection.send("POST", "/Users", Person.json(person))));
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

    private static String expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("Answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String id(String body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String member = parser.currentName();
                parser.nextToken();
                if (member.equals("id")) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
            throw new IllegalStateException("An answer without an id");
        }
    }

    @Override
    public void close() throws IOException {
        for (KeepAliveConnection connection : connections) {
            connection.close();
        }
    }
}
