package org.scimsuite.atlassian.sal;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Locks of this node: a fixed number, shared by all names, so nothing grows. Two names may wait for each other. */
public final class StripedLocks {

    private static final int STRIPES = 512;

    private final Lock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

    /** The lock that this name shares with others. */
    public Lock forName(String name) {
        int hash = name.hashCode();
        return stripes[Math.floorMod(hash ^ (hash >>> 16), STRIPES)];
    }
}
