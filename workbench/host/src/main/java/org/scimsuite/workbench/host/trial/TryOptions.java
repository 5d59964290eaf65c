package org.scimsuite.workbench.host.trial;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.scimsuite.workbench.host.product.Product;

/**
 * What {@code mvn -Ptry} was asked for.
 *
 * @param products which are started, each once, in the order in which they are shown
 * @param plugins where the built plugin jars are, with {@code PRODUCT} in place of a product's short name
 * @param folder keeps the data over restarts
 * @param port of the first product, the others have the next ones; absent for the ports of Atlassian's SDK
 * @param replay the identity provider whose day is played; absent for none
 * @param end whether the hosts keep running once everything is shown
 */
record TryOptions(
        List<Product> products, String plugins, Path folder, OptionalInt port, Optional<String> replay, End end) {

    private static final String ANY_PRODUCT = "PRODUCT";

    /** When the try ends. */
    enum End {
        WHEN_STOPPED,
        WHEN_SHOWN
    }

    TryOptions {
        products = List.copyOf(products);
    }

    /** @throws IllegalArgumentException with a readable sentence */
    static TryOptions parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length == 2) {
                given.put(pair[0], pair[1]);
            }
        }
        Optional<String> replay = Optional.of(given.getOrDefault("--replay", "none"))
                .filter(idp -> !idp.isEmpty() && !idp.equals("none"));
        replay.filter(idp -> !idp.matches("[a-z]+")).ifPresent(idp -> {
            throw new IllegalArgumentException("-Dreplay takes okta or entra, not " + idp);
        });
        return new TryOptions(
                products(given.getOrDefault("--products", "all")),
                given.getOrDefault("--plugins", ""),
                Path.of(given.getOrDefault("--data", "try-data")),
                port(given.getOrDefault("--port", "sdk")),
                replay,
                given.getOrDefault("--exit", "false").equals("true") ? End.WHEN_SHOWN : End.WHEN_STOPPED);
    }

    private static List<Product> products(String names) {
        if (names.equals("all")) {
            return List.of(Product.values());
        }
        List<Product> products = Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .map(TryOptions::product)
                .distinct()
                .toList();
        return products;
    }

    private static Product product(String name) {
        try {
            return Product.named(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "-Dproducts takes some of jira,confluence,bitbucket,crowd, not '" + name + "'", e);
        }
    }

    private static OptionalInt port(String text) {
        if (text.equals("sdk")) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-Dport takes a number, not '" + text + "'", e);
        }
    }

    /** The folder of a product in this run: a replay has its own, so that it never meets the data of the last one. */
    Path data(Product product) {
        return replay.map(idp -> folder.resolve("replay-" + idp)).orElse(folder).resolve(product.shortName());
    }

    int port(Product product) {
        return port.isPresent() ? port.getAsInt() + products.indexOf(product) : product.port();
    }

    /** What the product's host is told when it is started. */
    List<String> host(Product product) {
        return List.of(
                "--product=" + product.shortName(),
                "--port=" + port(product),
                "--plugin=" + plugins.replace(ANY_PRODUCT, product.shortName()),
                "--data=" + data(product),
                "--exit-with-parent=true");
    }
}
