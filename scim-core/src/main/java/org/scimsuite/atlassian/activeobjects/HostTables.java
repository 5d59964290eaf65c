package org.scimsuite.atlassian.activeobjects;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.Map;
import java.util.function.Supplier;
import net.java.ao.Entity;
import net.java.ao.Query;

/** The tables that the product makes from the descriptor and keeps by its own service. */
public final class HostTables implements Tables {

    private final ActiveObjects activeObjects;

    public HostTables(ActiveObjects activeObjects) {
        this.activeObjects = activeObjects;
    }

    /** Looks for the product's service at each call. */
    public static Tables over(Services services) {
        return new HostTables(services.lazy(ActiveObjects.class));
    }

    /** Who knows the product's services; asked with a type that whoever calls {@link #over} need not know. */
    @FunctionalInterface
    public interface Services {
        /** A stand-in for the service that looks for the real one at each call. */
        <T> T lazy(Class<T> type);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return activeObjects.executeInTransaction(work::get);
    }

    @Override
    public <R extends Entity> R create(Class<R> table, Map<String, Object> columns) {
        return activeObjects.create(table, columns);
    }

    @Override
    public <R extends Entity> R[] find(Class<R> table, Query query) {
        return activeObjects.find(table, query);
    }

    @Override
    public int count(Class<? extends Entity> table, String criteria, Object... parameters) {
        return activeObjects.count(table, criteria, parameters);
    }

    @Override
    public void delete(Entity... rows) {
        activeObjects.delete(rows);
    }

    @Override
    public int deleteWithSQL(Class<? extends Entity> table, String criteria, Object... parameters) {
        return activeObjects.deleteWithSQL(table, criteria, parameters);
    }
}
