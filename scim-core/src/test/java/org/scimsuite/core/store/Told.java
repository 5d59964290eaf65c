package org.scimsuite.core.store;

import java.util.List;

/** Writes down what a store tells what is written alongside. */
final class Told {

    private Told() {}

    static Alongside in(List<String> told) {
        return new Alongside() {
            @Override
            public void write() {
                told.add("write");
            }

            @Override
            public void committed() {
                told.add("committed");
            }
        };
    }
}
