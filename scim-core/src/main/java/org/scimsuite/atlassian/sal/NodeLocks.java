package org.scimsuite.atlassian.sal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks of this node, for {@link ClusterLocks}, whose names are few: no two names share a lock. */
public final class NodeLocks {

    private final Map<String, Lock> locks = new ConcurrentHashMap<>();

    /** The lock of this name. */
    public Lock forName(String name) {
        return locks.computeIfAbsent(name, key -> new ReentrantLock());
    }
}
