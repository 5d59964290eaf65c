package org.scimsuite.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What every {@link MadeGroupStore} does. */
public abstract class MadeGroupStoreContract {

    private final long directory = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);

    protected abstract MadeGroupStore store();

    @Test
    void addWhenGroupIsNewThenItIsKnownInAnyCaseInItsDirectoryOnly() {
        store().add(directory, "Marketing");

        assertThat(store().contains(directory, "MARKETING")).isTrue();
        assertThat(store().contains(directory, "Market")).isFalse();
        assertThat(store().contains(directory - 1, "Marketing")).isFalse();
        assertThat(store().all(directory - 1)).isEmpty();
    }

    @Test
    void addWhenGroupIsKnownThenItIsRememberedOnce() {
        store().add(directory, "Marketing");
        store().add(directory, "marketing");
        store().add(directory, "Sales");

        assertThat(store().all(directory)).containsExactlyInAnyOrder("Marketing", "Sales");
    }

    @Test
    void removeWhenGroupIsKnownThenItIsForgottenInAnyCase() {
        store().add(directory, "Marketing");
        store().add(directory, "Sales");

        store().remove(directory, "MARKETING");
        store().remove(directory, "unknown");

        assertThat(store().all(directory)).containsExactly("Sales");
    }
}
