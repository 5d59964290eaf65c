package org.scimsuite.core.patch;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a request makes of the members of a group, whoever they are: the same for a group of ten and of a hundred thousand.
 *
 * @param base who is a member before anything is added
 * @param added by id, in the order of the request; the map is handed over
 * @param removed ids; none of them is added; the set is handed over
 */
public record MemberDelta(Base base, Map<String, Given> added, Set<String> removed) {

    /** Nothing changes. */
    public static final MemberDelta NONE = new MemberDelta(Base.PRESENT, Map.of(), Set.of());

    public MemberDelta {
        added = Collections.unmodifiableMap(added);
        removed = Collections.unmodifiableSet(removed);
    }

    /** Whom the added members join. */
    public enum Base {
        /** The present members, without the removed ones. */
        PRESENT,
        /** Nobody: the added ones are all there are. */
        NOBODY
    }

    /**
     * A member as a client gives it.
     *
     * @param display what the client calls it
     */
    public record Given(String id, Optional<String> display) {}

    /** Every member is one of these. */
    public static MemberDelta exactly(Collection<Given> members) {
        Folding folding = new Folding();
        folding.replaceAll(members);
        return folding.delta();
    }

    /** Nobody is added, and these are removed. */
    public static MemberDelta without(Collection<String> ids) {
        return new MemberDelta(Base.PRESENT, Map.of(), new LinkedHashSet<>(ids));
    }

    /** Whether nothing can change. */
    public boolean isEmpty() {
        return base == Base.PRESENT && added.isEmpty() && removed.isEmpty();
    }

    /** This delta, and then another one. */
    public MemberDelta then(MemberDelta next) {
        if (next.base() == Base.NOBODY || isEmpty()) {
            return next;
        }
        Folding folding = new Folding();
        if (base == Base.NOBODY) {
            folding.replaceAll(added.values());
        } else {
            folding.remove(removed);
            folding.add(added.values());
        }
        folding.remove(next.removed());
        folding.add(next.added().values());
        return folding.delta();
    }

    /** The same for other ids; two that become one are one. */
    public MemberDelta renamed(UnaryOperator<String> ids) {
        Map<String, Given> renamed = new LinkedHashMap<>();
        added.forEach((id, given) -> {
            String name = ids.apply(id);
            renamed.putIfAbsent(name, new Given(name, given.display()));
        });
        Set<String> gone = new LinkedHashSet<>();
        removed.forEach(id -> gone.add(ids.apply(id)));
        gone.removeAll(renamed.keySet());
        return new MemberDelta(base, renamed, gone);
    }

    /**
     * Carries the delta out on a set of ids.
     *
     * @return whether the set is another one now
     */
    public boolean applyTo(Set<String> ids) {
        boolean changed = base == Base.PRESENT ? ids.removeAll(removed) : ids.retainAll(added.keySet());
        return ids.addAll(added.keySet()) || changed;
    }

    /** Takes one operation after another together. */
    static final class Folding {

        private Base base = Base.PRESENT;
        private Map<String, Given> added = new LinkedHashMap<>();
        private final Set<String> removed = new LinkedHashSet<>();

        void add(Collection<Given> members) {
            if (added.isEmpty()) {
                // with room for all: hardly any request adds members twice
                added = new LinkedHashMap<>(2 * members.size());
            }
            for (Given member : members) {
                removed.remove(member.id());
                added.putIfAbsent(member.id(), member);
            }
        }

        void remove(Collection<String> ids) {
            for (String id : ids) {
                added.remove(id);
                if (base == Base.PRESENT) {
                    removed.add(id);
                }
            }
        }

        void replaceAll(Collection<Given> members) {
            base = Base.NOBODY;
            removed.clear();
            added.clear();
            add(members);
        }

        MemberDelta delta() {
            return new MemberDelta(base, added, removed);
        }
    }
}
