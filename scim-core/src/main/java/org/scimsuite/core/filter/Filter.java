package org.scimsuite.core.filter;

import java.math.BigDecimal;
import org.scimsuite.core.schema.AttributePath;

/**
 * A filter as a tree (RFC 7644 §3.4.2.2), not yet bound to a schema. {@code toString} prints it in the RFC's grammar with
 * no more parentheses than needed; parsing that gives an equal tree.
 */
public sealed interface Filter {

    record And(Filter left, Filter right) implements Filter {
        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    record Or(Filter left, Filter right) implements Filter {
        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    record Not(Filter filter) implements Filter {
        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    record Comparison(AttributePath path, Operator operator, Literal literal) implements Filter {
        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    record Present(AttributePath path) implements Filter {
        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /** One element of a multi-valued attribute meets the whole inner filter. */
    record ValuePath(AttributePath path, Filter filter) implements Filter {
        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /** What an attribute is compared with. */
    sealed interface Literal {

        record Text(String value) implements Literal {}

        /**
         * @param text as written, because a text attribute may have been meant
         */
        record Numeric(BigDecimal value, String text) implements Literal {}

        record Bool(boolean value) implements Literal {}

        record Null() implements Literal {}
    }
}
