package org.scimsuite.workbench.host.database;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.scimsuite.workbench.host.HostOptions.Nodes;

/**
 * Locks by name. In a cluster they are advisory locks of PostgreSQL, so that they hold for all hosts on one database and a
 * crashed host holds none. A single host keeps them in its process, as the products do that are not clustered.
 */
public final class HostLocks implements ClusterLockService, AutoCloseable {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Database database;
    private final Nodes nodes;
    private final Map<String, ClusterLock> locks = new ConcurrentHashMap<>();
    private Connection session;

    public HostLocks(Database database, Nodes nodes) {
        this.database = database;
        this.nodes = nodes;
    }

    @Override
    public ClusterLock getLockForName(String lockName) {
        return locks.computeIfAbsent(lockName, NamedLock::new);
    }

    /** One session holds all of this host's advisory locks; they end with it. */
    private synchronized boolean ask(String sql, long key) {
        if (nodes == Nodes.ONE) {
            return true;
        }
        try {
            if (session == null) {
                session = database.dataSource().getConnection();
            }
            try (PreparedStatement statement = session.prepareStatement(sql)) {
                statement.setLong(1, key);
                try (ResultSet result = statement.executeQuery()) {
                    return result.next() && result.getBoolean(1);
                }
            }
        } catch (SQLException e) {
            forgetSession();
            throw new IllegalStateException("The cluster lock could not be asked for", e);
        }
    }

    /** A session that broke has lost its locks; the next one who asks gets a new one. */
    private void forgetSession() {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException broken) {
            System.err.println("The session of the locks was broken: " + broken.getMessage());
        }
        session = null;
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            try {
                // Back in the pool the session would keep its locks.
                session.createStatement().execute("select pg_advisory_unlock_all()");
                session.close();
            } catch (SQLException e) {
                System.err.println("The locks were not given back cleanly: " + e.getMessage());
            }
            session = null;
        }
    }

    private final class NamedLock implements ClusterLock {
        private final ReentrantLock local = new ReentrantLock();
        private final long key;

        NamedLock(String name) {
            this.key = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                    .getMostSignificantBits();
        }

        private boolean acquire(long nanos) {
            if (local.getHoldCount() > 1) {
                return true;
            }
            long end = System.nanoTime() + nanos;
            boolean obtained = false;
            try {
                obtained = ask("select pg_try_advisory_lock(?)", key);
                while (!obtained && System.nanoTime() - end < 0) {
                    LockSupport.parkNanos(POLL_NANOS);
                    obtained = ask("select pg_try_advisory_lock(?)", key);
                }
                return obtained;
            } finally {
                if (!obtained) {
                    local.unlock();
                }
            }
        }

        @Override
        public void lock() {
            local.lock();
            if (!acquire(TimeUnit.DAYS.toNanos(1))) {
                throw new IllegalStateException("Another node has held the lock for a day");
            }
        }

        @Override
        public void lockInterruptibly() throws InterruptedException {
            local.lockInterruptibly();
            if (!acquire(TimeUnit.DAYS.toNanos(1))) {
                throw new IllegalStateException("Another node has held the lock for a day");
            }
        }

        @Override
        public boolean tryLock() {
            return local.tryLock() && acquire(0);
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            long start = System.nanoTime();
            return local.tryLock(time, unit) && acquire(Math.max(0, unit.toNanos(time) - (System.nanoTime() - start)));
        }

        @Override
        public void unlock() {
            try {
                if (local.getHoldCount() == 1) {
                    ask("select pg_advisory_unlock(?)", key);
                }
            } finally {
                local.unlock();
            }
        }

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException("Cluster locks have no conditions");
        }
    }
}
