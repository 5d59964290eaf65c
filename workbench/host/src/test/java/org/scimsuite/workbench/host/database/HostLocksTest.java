package org.scimsuite.workbench.host.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.beehive.ClusterLock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.host.HostOptions.Jdbc;
import org.scimsuite.workbench.host.HostOptions.Nodes;

class HostLocksTest {

    @Test
    void lockHeldByOneThreadIsRefusedToAnotherUntilItIsGivenBackAsOftenAsTaken() {
        Database database = Database.open(new Jdbc("jdbc:h2:mem:" + UUID.randomUUID(), "sa", ""));
        try (database;
                HostLocks locks = new HostLocks(database, Nodes.ONE)) {
            ClusterLock lock = locks.getLockForName("one");
            assertThat(lock.tryLock()).isTrue();
            assertThat(lock.tryLock()).isTrue();
            lock.unlock();
            assertThat(CompletableFuture.supplyAsync(lock::tryLock).join()).isFalse();
            assertThat(CompletableFuture.supplyAsync(locks.getLockForName("other")::tryLock)
                            .join())
                    .isTrue();
            lock.unlock();
            assertThat(CompletableFuture.supplyAsync(lock::tryLock).join()).isTrue();
        }
    }
}
