package org.scimsuite.atlassian.activeobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTaskStore;
import org.scimsuite.core.store.AlignmentTaskStoreContract;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.GrantStore;
import org.scimsuite.core.store.GrantStoreContract;
import org.scimsuite.core.store.MadeGroupStore;
import org.scimsuite.core.store.MadeGroupStoreContract;
import org.scimsuite.core.store.MappingStore;
import org.scimsuite.core.store.MappingStoreContract;
import org.scimsuite.core.store.MappingVersion;

/** The stores of grants, tasks and mappings on one database. */
abstract class AoStoreContracts {

    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30.123Z");

    private final Tables node;

    AoStoreContracts(Tables node) {
        this.node = node;
    }

    @Test
    void deleteConnectionWhenItHasDoneSomethingThenItsGrantsTasksAndMappingsGoWithIt() {
        String gone = UUID.randomUUID().toString();
        String kept = UUID.randomUUID().toString();
        List.of(gone, kept).forEach(this::fill);

        new AoConnectionStore(node).delete(gone);

        assertThat(grants(gone)).isEmpty();
        assertThat(new AoAlignmentTaskStore(node).findAll(gone)).isEmpty();
        assertThat(new AoMappingStore(node).currentVersion(gone)).isZero();
        assertThat(grants(kept)).hasSize(1);
        assertThat(new AoAlignmentTaskStore(node).findAll(kept)).hasSize(1);
        assertThat(new AoMappingStore(node).currentVersion(kept)).isEqualTo(1);
    }

    @Test
    void writeWhenWhatGoesAlongsideFailsThenNoGrantIsWritten() {
        String connection = UUID.randomUUID().toString();
        Alongside failing = new Alongside() {
            @Override
            public void write() {
                throw new IllegalStateException("The process ends here");
            }

            @Override
            public void committed() {
                throw new IllegalStateException("It never was");
            }
        };
        AlignmentTask task = task(connection);

        assertThat(catching(() -> new AoGrantStore(node)
                        .write(
                                List.of(grant(connection)),
                                List.of(),
                                new AoAlignmentTaskStore(node).adding(task).and(failing))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(grants(connection)).isEmpty();
        assertThat(new AoAlignmentTaskStore(node).find(task.id())).isEmpty();
    }

    private static Throwable catching(Runnable work) {
        return catchThrowable(work::run);
    }

    private void fill(String connection) {
        new AoGrantStore(node).write(List.of(grant(connection)), List.of(), Alongside.NOTHING);
        new AoAlignmentTaskStore(node).adding(task(connection)).alone();
        new AoMappingStore(node)
                .insert(new MappingVersion(connection, 1, "{}", "admin", NOW, "First"), Alongside.NOTHING);
    }

    private List<Grant> grants(String connection) {
        return new AoGrantStore(node).findByUsers(connection, List.of("ana"));
    }

    private static Grant grant(String connection) {
        return new Grant(connection, "ana", "Eng", Grant.Origin.GIVEN, NOW, "entry-1");
    }

    private static AlignmentTask task(String connection) {
        return new AlignmentTask(
                UUID.randomUUID().toString(),
                connection,
                new AlignmentTask.Scope.Everybody(),
                AlignmentTask.State.OPEN,
                Optional.empty(),
                0,
                1,
                NOW,
                "entry-1",
                "Mapping 1");
    }

    @Nested
    class Grants extends GrantStoreContract {
        @Override
        protected GrantStore store() {
            return new AoGrantStore(node);
        }
    }

    @Nested
    class MadeGroups extends MadeGroupStoreContract {
        @Override
        protected MadeGroupStore store() {
            return new AoMadeGroupStore(node);
        }
    }

    @Nested
    class Tasks extends AlignmentTaskStoreContract {
        @Override
        protected AlignmentTaskStore store() {
            return new AoAlignmentTaskStore(node);
        }
    }

    @Nested
    class Mappings extends MappingStoreContract {
        @Override
        protected MappingStore store() {
            return new AoMappingStore(node);
        }
    }
}
