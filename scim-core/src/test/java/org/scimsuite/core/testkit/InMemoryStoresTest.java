package org.scimsuite.core.testkit;

import org.junit.jupiter.api.Nested;
import org.scimsuite.core.store.AlignmentTaskStore;
import org.scimsuite.core.store.AlignmentTaskStoreContract;
import org.scimsuite.core.store.GrantStore;
import org.scimsuite.core.store.GrantStoreContract;
import org.scimsuite.core.store.MadeGroupStore;
import org.scimsuite.core.store.MadeGroupStoreContract;
import org.scimsuite.core.store.MappingStore;
import org.scimsuite.core.store.MappingStoreContract;

/** The stores that other tests use do what the real ones do. */
class InMemoryStoresTest {

    @Nested
    class Grants extends GrantStoreContract {
        private final GrantStore store = new InMemoryGrants();

        @Override
        protected GrantStore store() {
            return store;
        }
    }

    @Nested
    class MadeGroups extends MadeGroupStoreContract {
        private final MadeGroupStore store = new InMemoryMadeGroups();

        @Override
        protected MadeGroupStore store() {
            return store;
        }
    }

    @Nested
    class Tasks extends AlignmentTaskStoreContract {
        private final AlignmentTaskStore store = new InMemoryAlignmentTasks();

        @Override
        protected AlignmentTaskStore store() {
            return store;
        }
    }

    @Nested
    class Mappings extends MappingStoreContract {
        private final MappingStore store = new InMemoryMappings();

        @Override
        protected MappingStore store() {
            return store;
        }
    }
}
