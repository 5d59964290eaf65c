package org.scimsuite.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What every {@link MadeGroupStore} does. */
public abstract class MadeGroupStoreContract {

    private final long directory = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);

    protected abstract MadeGroupStore store();

    @Test
    void addWhenGroupIsNewThenItIsKnownInAnyCaseInItsDirectoryOnly() {
        long mark = store().add(directory, "Marketing");

        assertThat(store().marks(directory, "MARKETING")).containsExactly(mark);
        assertThat(store().marks(directory, "Market")).isEmpty();
        assertThat(store().marks(directory - 1, "Marketing")).isEmpty();
    }

    @Test
    void addWhenTwoTryAtOnceThenEachHasItsMark() {
        long one = store().add(directory, "Marketing");
        long two = store().add(directory, "marketing");

        assertThat(store().marks(directory, "Marketing")).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void removeThenTheseMarksAreForgottenAndNoOthers() {
        long one = store().add(directory, "Marketing");
        long two = store().add(directory, "Marketing");
        long sales = store().add(directory, "Sales");

        store().remove(List.of(one, sales));
        store().remove(List.of(one));

        assertThat(store().marks(directory, "Marketing")).containsExactly(two);
        assertThat(store().marks(directory, "Sales")).isEmpty();
    }
}
