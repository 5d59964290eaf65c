package org.scimsuite.core.filter;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.scimsuite.core.filter.Filter.And;
import org.scimsuite.core.filter.Filter.Comparison;
import org.scimsuite.core.filter.Filter.Literal;
import org.scimsuite.core.filter.Filter.Not;
import org.scimsuite.core.filter.Filter.Or;
import org.scimsuite.core.filter.Filter.Present;
import org.scimsuite.core.filter.Filter.ValuePath;

/** Prints filters so that parsing the text gives an equal tree. */
final class FilterPrinter {

    private FilterPrinter() {}

    static String print(Filter filter) {
        if (filter instanceof Or or) {
            return print(or.left()) + " or " + grouped(or.right(), or.right() instanceof Or);
        }
        if (filter instanceof And and) {
            return grouped(and.left(), and.left() instanceof Or)
                    + " and "
                    + grouped(and.right(), and.right() instanceof Or || and.right() instanceof And);
        }
        if (filter instanceof Not not) {
            return "not (" + print(not.filter()) + ")";
        }
        if (filter instanceof ValuePath valuePath) {
            return valuePath.path() + "[" + print(valuePath.filter()) + "]";
        }
        if (filter instanceof Present present) {
            return present.path() + " pr";
        }
        Comparison comparison = (Comparison) filter;
        return comparison.path() + " " + comparison.operator().word() + " " + print(comparison.literal());
    }

    private static String grouped(Filter filter, boolean needed) {
        return needed ? "(" + print(filter) + ")" : print(filter);
    }

    private static String print(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text.value())) + "\"";
        }
        if (literal instanceof Literal.Numeric number) {
            return number.text();
        }
        if (literal instanceof Literal.Bool bool) {
            return Boolean.toString(bool.value());
        }
        return "null";
    }
}
