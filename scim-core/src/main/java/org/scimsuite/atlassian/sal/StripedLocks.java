package org.scimsuite.atlassian.sal;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** A fixed number of locks, shared by all names: no bookkeeping, no growth. Two names may wait for each other. */
final class StripedLocks {

    private static final int STRIPES = 512;

    private final Lock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

    Lock forName(String name) {
        int hash = name.hashCode();
        return stripes[Math.floorMod(hash ^ (hash >>> 16), STRIPES)];
    }
}
