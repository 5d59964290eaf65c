package org.scimsuite.workbench.benchmarks.http;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.scimsuite.workbench.acceptance.Database;

/**
 * A database that one side works on, and that this tool reaches too.
 *
 * @param user its owner
 */
public record TestDatabase(Database kind, String url, String user, String password) {

    /** As the host opens its own file, and open to a second process. */
    private static final String H2 = ";WRITE_DELAY=0;QUERY_CACHE_SIZE=100;MAX_LENGTH_INPLACE_LOB=8192;AUTO_SERVER=TRUE";

    /** H2 writes to the disk once in this time, and not with each transaction. */
    private static final int RELAXED_MILLIS = 500;

    static {
        // Maven runs this in a class loader of its own, where no driver is looked for
        for (String driver : List.of("org.h2.Driver", "org.postgresql.Driver")) {
            try {
                Class.forName(driver);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("The driver of the database is not there: " + driver, e);
            }
        }
    }

    /**
     * An empty database.
     *
     * @param name of it or of its file
     * @param folder where a file goes
     */
    public static TestDatabase create(Database kind, String name, Path folder) {
        if (kind == Database.H2) {
            return new TestDatabase(
                    kind, "jdbc:h2:file:" + folder.toAbsolutePath().resolve(name) + H2, "sa", "");
        }
        List<String> values = kind.create(name).stream()
                .map(option -> option.substring(option.indexOf('=') + 1))
                .toList();
        return new TestDatabase(kind, values.get(0), values.get(1), values.get(2));
    }

    public List<String> hostOptions() {
        return List.of("--jdbc-url=" + url, "--jdbc-user=" + user, "--jdbc-password=" + password);
    }

    /** Fills the database: each commit of an H2 costs more than all other work, and nobody measures it. */
    public void relaxed(Filling work) throws Exception {
        if (kind != Database.H2) {
            work.run();
            return;
        }
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY " + RELAXED_MILLIS);
            try {
                work.run();
            } finally {
                statement.execute("SET WRITE_DELAY 0");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached: " + url, e);
        }
    }

    /** Work that needs not be durable. */
    @FunctionalInterface
    public interface Filling {
        void run() throws Exception;
    }
}
