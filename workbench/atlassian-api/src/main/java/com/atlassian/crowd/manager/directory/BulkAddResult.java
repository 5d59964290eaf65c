package com.atlassian.crowd.manager.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What became of adding many at once. */
public class BulkAddResult<T> {
    private final Collection<T> failed;
    private final Collection<T> existing;

    private BulkAddResult(Collection<T> failed, Collection<T> existing) {
        this.failed = failed;
        this.existing = existing;
    }

    public static <T> Builder<T> builder(long attemptingToAdd) {
        return new Builder<>();
    }

    public Collection<T> getFailedEntities() {
        return failed;
    }

    public Collection<T> getExistingEntities() {
        return existing;
    }

    /** A result in the making. */
    public static class Builder<T> {
        private final List<T> failed = new ArrayList<>();
        private final List<T> existing = new ArrayList<>();

        public Builder<T> addFailedEntity(T entity) {
            failed.add(entity);
            return this;
        }

        public Builder<T> addExistingEntity(T entity) {
            existing.add(entity);
            return this;
        }

        public BulkAddResult<T> build() {
            return new BulkAddResult<>(List.copyOf(failed), List.copyOf(existing));
        }
    }
}
