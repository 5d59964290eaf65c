package org.scimsuite.core.bulk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.scimsuite.core.bulk.BulkOperation.Sound;
import org.scimsuite.core.bulk.BulkOperation.Target;

/**
 * The order in which operations are carried out: as in the request, but that an operation waits for the creations it refers
 * to, and for earlier operations on the same resource (RFC 7644 §3.7). Creations that refer to each other in a circle come
 * together.
 */
public final class BulkOrder {

    private final List<BulkOperation> operations;
    private final List<Set<Integer>> needs = new ArrayList<>();

    private BulkOrder(List<BulkOperation> operations) {
        this.operations = operations;
        Map<String, Integer> creations = creations();
        Map<Target, Integer> latest = new HashMap<>();
        for (int index = 0; index < operations.size(); index++) {
            needs.add(needs(index, creations, latest));
        }
    }

    /** Steps in order: one operation each, or all those of a circle, in the order of the request. */
    public static List<List<BulkOperation>> of(List<BulkOperation> operations) {
        return new BulkOrder(operations).steps();
    }

    private Map<String, Integer> creations() {
        Map<String, Integer> creations = new HashMap<>();
        for (int index = 0; index < operations.size(); index++) {
            if (operations.get(index) instanceof Sound sound && sound.creates()) {
                creations.put(sound.bulkId().orElseThrow(), index);
            }
        }
        return creations;
    }

    private Set<Integer> needs(int index, Map<String, Integer> creations, Map<Target, Integer> latest) {
        Set<Integer> needed = new LinkedHashSet<>();
        if (operations.get(index) instanceof Sound sound) {
            BulkReferences.of(sound).stream()
                    .flatMap(bulkId -> Optional.ofNullable(creations.get(bulkId)).stream())
                    .forEach(needed::add);
            if (!sound.creates()) {
                Optional.ofNullable(latest.put(sound.target(), index)).ifPresent(needed::add);
            }
        }
        return needed;
    }

    private List<List<BulkOperation>> steps() {
        List<List<Integer>> circles = new Circles(needs).all();
        int[] circleOf = new int[operations.size()];
        for (int circle = 0; circle < circles.size(); circle++) {
            for (int index : circles.get(circle)) {
                circleOf[index] = circle;
            }
        }
        List<Set<Integer>> waiting = new ArrayList<>();
        int[] open = new int[circles.size()];
        circles.forEach(circle -> waiting.add(new LinkedHashSet<>()));
        for (int index = 0; index < operations.size(); index++) {
            for (int needed : needs.get(index)) {
                boolean other = circleOf[needed] != circleOf[index];
                if (other && waiting.get(circleOf[needed]).add(circleOf[index])) {
                    open[circleOf[index]]++;
                }
            }
        }
        return firstReadyFirst(circles, waiting, open);
    }

    private List<List<BulkOperation>> firstReadyFirst(
            List<List<Integer>> circles, List<Set<Integer>> waiting, int[] open) {
        PriorityQueue<Integer> ready = new PriorityQueue<>(Comparator.comparing(circle -> last(circles.get(circle))));
        for (int circle = 0; circle < open.length; circle++) {
            if (open[circle] == 0) {
                ready.add(circle);
            }
        }
        List<List<BulkOperation>> steps = new ArrayList<>();
        while (!ready.isEmpty()) {
            int circle = ready.remove();
            steps.add(circles.get(circle).stream().map(operations::get).toList());
            for (int waiter : waiting.get(circle)) {
                if (--open[waiter] == 0) {
                    ready.add(waiter);
                }
            }
        }
        return steps;
    }

    /** What is earlier in the request than the last of a circle is not overtaken by it. */
    private static int last(List<Integer> circle) {
        return circle.get(circle.size() - 1);
    }

    /** Tarjan's algorithm: sets of operations that all need each other; mostly sets of one. */
    private static final class Circles {

        private final List<Set<Integer>> needs;
        private final List<List<Integer>> found = new ArrayList<>();
        private final List<Integer> stack = new ArrayList<>();
        private final int[] visited;
        private final int[] lowest;
        private int visits;

        Circles(List<Set<Integer>> needs) {
            this.needs = needs;
            this.visited = new int[needs.size()];
            this.lowest = new int[needs.size()];
        }

        List<List<Integer>> all() {
            for (int index = 0; index < needs.size(); index++) {
                if (visited[index] == 0) {
                    visit(index);
                }
            }
            return found;
        }

        /** As deep as the longest chain of references, which the number of operations bounds. */
        private void visit(int index) {
            visited[index] = ++visits;
            lowest[index] = visits;
            stack.add(index);
            for (int needed : needs.get(index)) {
                if (visited[needed] == 0) {
                    visit(needed);
                }
                lowest[index] = Math.min(lowest[index], lowest[needed]);
            }
            if (lowest[index] == visited[index]) {
                List<Integer> circle = stack.subList(stack.lastIndexOf(index), stack.size());
                found.add(circle.stream().sorted().toList());
                circle.forEach(member -> lowest[member] = Integer.MAX_VALUE);
                circle.clear();
            }
        }
    }
}
