package org.scimsuite.workbench.host;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.workbench.host.product.Product;

/**
 * What the host was asked to be, read from {@code --key=value} arguments.
 *
 * @param port the TCP port, 0 for a free one
 * @param context the context path, for instance {@code /jira}
 * @param plugin the built plugin jar
 * @param data the folder that keeps the database and the OSGi cache
 * @param jdbc an external database; absent means H2 in the data folder
 * @param withoutServices the simple names of services that the product does not offer, such as {@code DirectoryManager}
 * @param componentsOnly the simple names of those that it keeps out of the OSGi registry, but gives to whoever asks for its components
 */
public record HostOptions(
        Product product,
        int port,
        String context,
        Path plugin,
        Path data,
        Optional<Jdbc> jdbc,
        ForeignBearer foreignBearer,
        LoginRedirect loginRedirect,
        String adminUser,
        String adminPassword,
        ParentDeath parentDeath,
        Nodes nodes,
        Set<String> withoutServices,
        Set<String> componentsOnly,
        Reads reads) {

    /** Where an external database is. */
    public record Jdbc(String url, String user, String password) {}

    /** What the product's own token filter does with a bearer token it did not issue. */
    public enum ForeignBearer {
        /** It lets the request pass. */
        IGNORE,
        /** It answers 401 on every path. */
        REJECT,
        /** It answers 401 below {@code /rest} only. */
        REJECT_REST
    }

    /** Whether anonymous requests for classes without {@code @UnrestrictedAccess} are sent to the login page. */
    public enum LoginRedirect {
        ON,
        OFF
    }

    /** How many hosts work on the database. */
    public enum Nodes {
        ONE,
        /** Hosts of one cluster; all of them are told. */
        SEVERAL
    }

    /** Whether the product gives a plugin a database connection for reads outside a transaction. */
    public enum Reads {
        ANYWHERE,
        /** As where connections come from a session that a thread does not have. */
        IN_TRANSACTION
    }

    /** What happens when the process that started the host is gone. */
    public enum ParentDeath {
        IGNORED,
        EXITS
    }

    private static final Set<String> KNOWN = Set.of(
            "product",
            "port",
            "context",
            "plugin",
            "data",
            "jdbc-url",
            "jdbc-user",
            "jdbc-password",
            "foreign-bearer",
            "login-redirect",
            "admin-user",
            "admin-password",
            "exit-with-parent",
            "nodes",
            "without-services",
            "components-only",
            "ao-reads");

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with a readable sentence when an argument is unknown, malformed or missing
     */
    public static HostOptions parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("Arguments look like --key=value, not like " + argument);
            }
            String key = argument.substring(2, equals);
            if (!KNOWN.contains(key)) {
                throw new IllegalArgumentException("There is no option --" + key);
            }
            given.put(key, argument.substring(equals + 1));
        }
        Product product = Product.named(given.getOrDefault("product", "jira"));
        Optional<Jdbc> jdbc = Optional.ofNullable(given.get("jdbc-url"))
                .filter(url -> !url.isEmpty())
                .map(url ->
                        new Jdbc(url, given.getOrDefault("jdbc-user", ""), given.getOrDefault("jdbc-password", "")));
        return new HostOptions(
                product,
                number(given.getOrDefault("port", String.valueOf(product.port()))),
                given.getOrDefault("context", "/" + product.shortName()),
                Path.of(required(given, "plugin")),
                Path.of(required(given, "data")),
                jdbc,
                choice(ForeignBearer.class, given.getOrDefault("foreign-bearer", "ignore")),
                choice(LoginRedirect.class, given.getOrDefault("login-redirect", "on")),
                given.getOrDefault("admin-user", "admin"),
                given.getOrDefault("admin-password", "admin"),
                given.getOrDefault("exit-with-parent", "false").equals("true")
                        ? ParentDeath.EXITS
                        : ParentDeath.IGNORED,
                choice(Nodes.class, given.getOrDefault("nodes", "one")),
                names(given.getOrDefault("without-services", "")),
                names(given.getOrDefault("components-only", "")),
                choice(Reads.class, given.getOrDefault("ao-reads", "anywhere")));
    }

    private static Set<String> names(String commaSeparated) {
        return Set.of(commaSeparated.isEmpty() ? new String[0] : commaSeparated.split(",", -1));
    }

    private static String required(Map<String, String> given, String key) {
        String value = given.get(key);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("The option --" + key + " is needed");
        }
        return value;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The port is a number, not " + text, e);
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text.replace('-', '_').toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is not one of the choices", e);
        }
    }
}
