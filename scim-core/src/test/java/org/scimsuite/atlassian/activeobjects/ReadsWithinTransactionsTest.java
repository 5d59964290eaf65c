package org.scimsuite.atlassian.activeobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A product that has a database connection for a thread within a transaction only. */
class ReadsWithinTransactionsTest {

    private final Tables real = TestActiveObjects.node(TestActiveObjects.newDatabase());
    private final AtomicInteger refused = new AtomicInteger();
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
    private final Database database = new Database((Tables) Proxy.newProxyInstance(
            Tables.class.getClassLoader(), new Class<?>[] {Tables.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("inTransaction")) {
                    return within((Supplier<?>) arguments[0]);
                }
                if (!inside.get()) {
                    refused.incrementAndGet();
                    throw new IllegalStateException("no session");
                }
                try {
                    return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }));

    private Object within(Supplier<?> work) {
        return real.inTransaction(() -> {
            inside.set(true);
            try {
                return work.get();
            } finally {
                inside.remove();
            }
        });
    }

    private int count() {
        return database.read(() -> database.tables().count(SecretRow.class, "SECRET_NAME = ?", "none"));
    }

    @Test
    void readWhenRefusedOutsideATransactionThenWithinOneAndFromThenOnAlways() {
        assertThat(count()).isZero();
        assertThat(count()).isZero();

        assertThat(refused).hasValue(1);
    }

    @Test
    void readWhenItFailsWithinATransactionTooThenTheFailureIsToldAndNothingIsLearned() {
        assertThatThrownBy(() -> database.read(() -> {
                    throw new IllegalArgumentException("broken");
                }))
                .hasMessageContaining("broken");

        count();
        assertThat(refused).hasValue(1);
    }
}
