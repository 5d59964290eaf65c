package org.scimsuite.core.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.product.SeatPort;

/** Seats of the in-memory directory, counted person by person each time. */
public final class CountedSeats implements SeatPort {

    private static final int EVERYBODY = 100_000;

    private final InMemoryDirectory directory;
    private final List<Rule> rules = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    private record Rule(String name, OptionalInt limit, Set<String> groups, Set<Long> open) {}

    public CountedSeats(InMemoryDirectory directory) {
        this.directory = directory;
    }

    /** So many seats for the members of these groups. */
    public CountedSeats pool(String name, int limit, String... groups) {
        rules.removeIf(rule -> rule.name().equals(name));
        rules.add(new Rule(name, OptionalInt.of(limit), Set.of(groups), Set.of()));
        return this;
    }

    /** So many seats for everybody of the directory. */
    public CountedSeats open(String name, int limit) {
        rules.removeIf(rule -> rule.name().equals(name));
        rules.add(new Rule(name, OptionalInt.of(limit), Set.of(), Set.of(InMemoryDirectory.ID)));
        return this;
    }

    /** How often the product was asked. */
    public int asked() {
        return asked.get();
    }

    @Override
    public List<SeatPool> pools() {
        asked.incrementAndGet();
        return rules.stream()
                .map(rule ->
                        new SeatPool(rule.name(), rule.limit(), holders(rule).size(), rule.groups(), rule.open()))
                .toList();
    }

    /** Who has a seat of a pool. */
    public Set<String> holders(String pool) {
        return holders(rules.stream()
                .filter(rule -> rule.name().equals(pool))
                .findFirst()
                .orElseThrow());
    }

    private Set<String> holders(Rule rule) {
        Set<String> names = new TreeSet<>();
        for (DirectoryUser user : directory.users(InMemoryDirectory.ID, new DirectoryPage(0, EVERYBODY))) {
            boolean lets = !rule.open().isEmpty()
                    || directory.groupsOfUser(InMemoryDirectory.ID, user.name()).stream()
                            .anyMatch(rule.groups()::contains);
            if (user.isActive() && lets) {
                names.add(user.name());
            }
        }
        return names;
    }
}
