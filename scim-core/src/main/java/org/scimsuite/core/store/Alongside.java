package org.scimsuite.core.store;

/**
 * A further write in the transaction of a record: both become durable, or neither does. One transaction instead of two is
 * also one wait for the disk instead of two.
 */
public interface Alongside {

    /** No further write. */
    Alongside NOTHING = new Alongside() {
        @Override
        public void write() {}

        @Override
        public void committed() {}
    };

    /** Writes, inside the transaction, once the record could be written; again with it, when the database asks for that. */
    void write();

    /** What was written last is durable. */
    void committed();

    /** This write and another one, in this order. */
    default Alongside and(Alongside other) {
        Alongside first = this;
        return new Alongside() {
            @Override
            public void write() {
                first.write();
                other.write();
            }

            @Override
            public void committed() {
                first.committed();
                other.committed();
            }
        };
    }

    /** Writes in a transaction of its own. */
    default void alone() {
        write();
        committed();
    }
}
