package org.scimsuite.workbench.host.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What lets people in beside the password: {@code sessions}, {@code remembered} browsers and {@code tokens}, each with how many somebody
 * has, by the name in lower case. In memory. An order of one of these names gives somebody one more, as in {@code {"sessions": "ann"}}.
 */
public final class Entrances {

    private final Map<String, Map<String, Integer>> kinds;

    /** @param kinds what the product has of the three */
    public Entrances(String... kinds) {
        this.kinds = new ConcurrentSkipListMap<>();
        for (String kind : kinds) {
            this.kinds.put(kind, new ConcurrentSkipListMap<>());
        }
    }

    /** Gives somebody one more of what the order names, if it names any. */
    public void order(JsonNode order) {
        kinds.forEach((kind, people) -> {
            if (order.path(kind).isTextual()) {
                people.merge(key(order.path(kind).asText()), 1, Integer::sum);
            }
        });
    }

    /** Adds all of it to what the product shows. */
    public void show(ObjectNode shown) {
        kinds.forEach((kind, people) -> {
            ObjectNode counts = shown.putObject(kind);
            people.forEach(counts::put);
        });
    }

    /** Ends all of one kind that somebody has. */
    public void end(String kind, String name) {
        kinds.get(kind).remove(key(name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ENGLISH);
    }
}
