package org.scimsuite.core.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scimsuite.core.admin.MappingPreview.Counts;
import org.scimsuite.core.admin.MappingPreview.Existence;
import org.scimsuite.core.admin.MappingPreview.GroupCount;
import org.scimsuite.core.admin.MappingPreview.Line;
import org.scimsuite.core.admin.MappingPreview.SeatForecast;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.mapping.MappingWords;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.provision.Change;
import org.scimsuite.core.provision.Change.AddToGroup;
import org.scimsuite.core.provision.Change.CreateGroup;
import org.scimsuite.core.provision.Change.RemoveFromGroup;
import org.scimsuite.core.provision.Foresight.PersonForesight;

/**
 * Counts what a mapping would do, and keeps the first lines of it. Holds a bounded amount, whatever the number of people. Written by
 * one thread and read by others.
 */
final class PreviewTally {

    static final int MAX_LINES = 1_000;
    static final int MAX_GROUPS = 10_000;

    private final Map<String, Counted> groups = new LinkedHashMap<>();
    private final Map<String, Integer> userChanges = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();
    private int linesInAll;
    private int joins;
    private int leaves;
    private int created;
    private int obstacles;
    private int peopleConcerned;
    private final Map<SeatPool, CountedSeats> seats = new HashMap<>();
    private List<SeatPool> pools = List.of();

    private static final class CountedSeats {
        private int taken;
        private int freed;
    }

    private static final class Counted {
        private final String name;
        private int joins;
        private int leaves;
        private int shut;
        private boolean created;

        Counted(String name) {
            this.name = name;
        }
    }

    /** The pools as they were when this was begun. */
    synchronized void pools(List<SeatPool> atTheBeginning) {
        pools = List.copyOf(atTheBeginning);
        pools.forEach(pool -> seats.put(pool, new CountedSeats()));
    }

    synchronized void add(PersonForesight person) {
        person.takes().forEach(pool -> seats.get(pool).taken++);
        person.frees().forEach(pool -> seats.get(pool).freed++);
        if (!person.changes().isEmpty()
                || !person.obstacles().isEmpty()
                || !person.shut().isEmpty()) {
            peopleConcerned++;
        }
        person.changes().forEach(change -> add(person, change));
        person.obstacles().forEach(sentence -> {
            obstacles++;
            line(person, Optional.empty(), sentence);
        });
        person.shut().forEach(group -> {
            obstacles++;
            group(group).ifPresent(counted -> counted.shut++);
            line(
                    person,
                    Optional.of(group),
                    "A rule gives \"" + person.userName() + "\" the local group \"" + group
                            + "\", which is protected: nothing is done.");
        });
    }

    private void add(PersonForesight person, Change change) {
        if (change instanceof CreateGroup create) {
            // each person who needs the group has its creation in the plan
            if (group(create.name()).filter(counted -> !counted.created).isPresent()) {
                group(create.name()).ifPresent(counted -> counted.created = true);
                created++;
                line(person, Optional.of(create.name()), change.sentence());
            }
        } else if (change instanceof AddToGroup join) {
            joins++;
            group(join.group()).ifPresent(counted -> counted.joins++);
            line(person, Optional.of(join.group()), change.sentence());
        } else if (change instanceof RemoveFromGroup leave) {
            leaves++;
            group(leave.group()).ifPresent(counted -> counted.leaves++);
            line(person, Optional.of(leave.group()), change.sentence());
        } else {
            userChanges.merge(kind(change), 1, Integer::sum);
            line(person, Optional.empty(), change.sentence());
        }
    }

    private static String kind(Change change) {
        return change instanceof Change.RenameUser ? "rename" : MappingWords.of(change.operation());
    }

    private Optional<Counted> group(String name) {
        String key = DirectoryGroup.nameKey(name);
        Counted known = groups.get(key);
        if (known == null && groups.size() < MAX_GROUPS) {
            known = new Counted(name);
            groups.put(key, known);
        }
        return Optional.ofNullable(known);
    }

    private void line(PersonForesight person, Optional<String> group, String sentence) {
        linesInAll++;
        if (lines.size() < MAX_LINES) {
            lines.add(new Line(person.userId(), person.userName(), group, sentence));
        }
    }

    synchronized Counts counts() {
        List<GroupCount> counted = groups.values().stream()
                .map(group -> new GroupCount(
                        group.name,
                        group.joins,
                        group.leaves,
                        group.shut,
                        group.created ? Existence.CREATED : Existence.THERE))
                .sorted(Comparator.comparingInt((GroupCount group) -> group.joins() + group.leaves())
                        .reversed())
                .toList();
        List<SeatForecast> forecasts = pools.stream()
                .map(pool -> new SeatForecast(
                        pool.name(),
                        pool.limit().orElseThrow(),
                        pool.free(),
                        seats.get(pool).taken,
                        seats.get(pool).freed))
                .toList();
        return new Counts(
                peopleConcerned, joins, leaves, created, obstacles, counted, userChanges, linesInAll, forecasts);
    }

    /** The kept lines about a person or group whose name holds the text, in any case; all for an empty text. */
    synchronized List<Line> lines(String text) {
        return lines.stream().filter(line -> line.mentions(text)).toList();
    }
}
