package org.scimsuite.workbench.benchmarks.http;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.scimsuite.workbench.benchmarks.http.Block.Limit;

/**
 * The baseline, a process of its own as the host is: the bare statements on the same kind of database. {@code
 * /fill/<from>/<people>} creates people without measuring; {@code /block/<operation>/<people>/<workers>/<from>/<calls>/<millis>}
 * runs the statements in a loop, without any HTTP; {@code /one/<operation>/<people>/<number>} runs them once, which shows what a
 * server costs that does nothing but the statements.
 */
public final class BareServer extends Handler.Abstract {

    static final String READY = "BARE READY ";

    private final BareStatements statements;

    private BareServer(DataSource pool) {
        this.statements = new BareStatements(pool);
    }

    /** Takes: JDBC URL, user, password of an empty database. */
    public static void main(String[] arguments) throws Exception {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(arguments[0]);
        settings.setUsername(arguments[1]);
        settings.setPassword(arguments.length > 2 ? arguments[2] : "");
        settings.setMaximumPoolSize(30);
        HikariDataSource pool = new HikariDataSource(settings);
        try (Connection connection = pool.getConnection()) {
            BareTables.create(connection);
        }
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("localhost");
        // a block is one long request
        connector.setIdleTimeout(Duration.ofHours(1).toMillis());
        server.addConnector(connector);
        server.setHandler(new BareServer(pool));
        server.start();
        System.out.println(READY + "http://localhost:" + connector.getLocalPort());
        new CountDownLatch(1).await();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Content.Source.asString(request, StandardCharsets.UTF_8);
        String[] path = request.getHttpURI().getPath().substring(1).split("/", -1);
        String answer =
                switch (path[0]) {
                    case "fill" -> fill(path);
                    case "block" -> block(operation(path), path);
                    default -> one(operation(path), path);
                };
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/scim+json");
        response.write(true, ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private static Operation operation(String[] path) {
        return Operation.valueOf(path[1].toUpperCase(Locale.ROOT));
    }

    private String fill(String[] path) throws Exception {
        statements.fill(Integer.parseInt(path[1]), Integer.parseInt(path[2]));
        return "";
    }

    private String one(Operation operation, String[] path) throws Exception {
        return run(operation, new Sweep(Integer.parseInt(path[2])), Long.parseLong(path[3]));
    }

    private String block(Operation operation, String[] path) throws Exception {
        Sweep sweep = new Sweep(Integer.parseInt(path[2]));
        Limit limit = new Limit(Long.parseLong(path[5]), Duration.ofMillis(Long.parseLong(path[6])));
        return Block.of(
                        Integer.parseInt(path[3]),
                        Long.parseLong(path[4]),
                        limit,
                        (worker, number) -> run(operation, sweep, number))
                .print();
    }

    private String run(Operation operation, Sweep sweep, long number) throws SQLException {
        int person = operation == Operation.CREATE ? (int) number : sweep.person(number);
        return statements.run(operation, person, number / sweep.people() % 2 == 1);
    }
}
