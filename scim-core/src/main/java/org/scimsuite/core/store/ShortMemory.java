package org.scimsuite.core.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a store has answered a moment ago, for questions that every request has. The store is asked at most once in {@link #VALIDITY} for
 * each key, so a node may go by what was before another node's change for as long. Safe for use by many threads.
 */
public final class ShortMemory<K, V> {

    /** How old an answer may be. */
    public static final Duration VALIDITY = Duration.ofSeconds(1);

    private final Function<K, V> store;
    private final Clock clock;
    private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();

    /**
     * @param store never answers null
     */
    public ShortMemory(Function<K, V> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Answer<V>(V value, Instant when) {}

    public V get(K key) {
        Answer<V> known = answers.get(key);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.when().plus(VALIDITY))) {
            return known.value();
        }
        Answer<V> answer = new Answer<>(store.apply(key), now);
        answers.put(key, answer);
        return answer.value();
    }

    /** Asks again with the next look: something was changed on this node. */
    public void forget() {
        answers.clear();
    }
}
