package org.scimsuite.core.provision;

import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;
import org.scimsuite.core.store.UserRecordStore.UpdateResult;

/** How the write-ahead record gets into the store, and out again when the directory refuses. */
sealed interface RecordWrite {

    /** @param alongside stored with it, or not at all */
    UpdateResult store(UserRecordStore store, UserRecord next, Alongside alongside);

    void takeBack(UserRecordStore store, UserRecord next);

    /** There was no record. */
    record Insert() implements RecordWrite {
        @Override
        public UpdateResult store(UserRecordStore store, UserRecord next, Alongside alongside) {
            return store.insert(next, alongside) ? UpdateResult.UPDATED : UpdateResult.NAME_TAKEN;
        }

        @Override
        public void takeBack(UserRecordStore store, UserRecord next) {
            store.delete(next.connectionId(), next.scimId());
        }
    }

    /** The record gets another content. */
    record Update(UserRecord before) implements RecordWrite {
        @Override
        public UpdateResult store(UserRecordStore store, UserRecord next, Alongside alongside) {
            return store.update(next, before.version(), alongside);
        }

        @Override
        public void takeBack(UserRecordStore store, UserRecord next) {
            store.update(before, next.version());
        }
    }

    /** Another record, with another SCIM id, takes the place of one. */
    record Replace(UserRecord before) implements RecordWrite {
        @Override
        public UpdateResult store(UserRecordStore store, UserRecord next, Alongside alongside) {
            return store.replace(before, next, alongside) ? UpdateResult.UPDATED : UpdateResult.STALE;
        }

        @Override
        public void takeBack(UserRecordStore store, UserRecord next) {
            store.replace(next, before);
        }
    }
}
