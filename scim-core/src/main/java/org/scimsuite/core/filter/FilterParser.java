package org.scimsuite.core.filter;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.filter.Filter.And;
import org.scimsuite.core.filter.Filter.Comparison;
import org.scimsuite.core.filter.Filter.Literal;
import org.scimsuite.core.filter.Filter.Not;
import org.scimsuite.core.filter.Filter.Or;
import org.scimsuite.core.filter.Filter.Present;
import org.scimsuite.core.filter.Filter.ValuePath;
import org.scimsuite.core.filter.Lexer.Kind;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.schema.AttributePath;

/** Parses filters and the paths of PATCH by recursive descent (RFC 7644 §3.4.2.2, §3.5.2). */
public final class FilterParser {

    /** Parentheses and brackets inside each other. */
    private static final int MAX_DEPTH = 50;

    /** Comparisons in one filter; each is evaluated for each resource. */
    private static final int MAX_COMPARISONS = 200;

    /** Longer ones are read like all others, with what limits those. */
    private static final int LONGEST_PLAIN_PATH = 200;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private static final long AND = Lexer.code("and");
    private static final long OR = Lexer.code("or");
    private static final long NOT = Lexer.code("not");
    private static final long PR = Lexer.code("pr");

    private final Lexer lexer;
    private final Notes notes;
    private int depth;
    private int comparisons;
    private boolean inBrackets;

    private FilterParser(Lexer lexer, Notes notes) {
        this.lexer = lexer;
        this.notes = notes;
    }

    /** As {@link #parse(String, Notes)}, with every tolerance and nobody to read the notes. */
    public static Filter parse(String text) {
        return parse(text, new Notes());
    }

    /**
     * Parses a filter.
     *
     * @throws ScimException 400 invalidFilter with the position of the error
     */
    public static Filter parse(String text, Notes notes) {
        FilterParser parser = new FilterParser(new Lexer(text, ScimType.INVALID_FILTER), notes);
        Filter filter = parser.or();
        parser.expect(Kind.END, "and, or, or the end of the filter");
        return filter;
    }

    /**
     * Parses the path of a PATCH operation.
     *
     * @throws ScimException 400 invalidPath with the position of the error
     */
    public static PathExpression parsePath(String text, Notes notes) {
        if (text.length() <= LONGEST_PLAIN_PATH && text.indexOf('[') < 0) {
            Optional<AttributePath> plain = AttributePath.parse(text);
            if (plain.isPresent()) {
                return new PathExpression(plain.get(), Optional.empty(), Optional.empty());
            }
            // which place is wrong, the lexer knows
        }
        FilterParser parser = new FilterParser(new Lexer(text, ScimType.INVALID_PATH), notes);
        AttributePath attribute = parser.attributePath();
        Optional<Filter> filter = Optional.empty();
        Optional<String> sub = Optional.empty();
        if (parser.lexer.is(Kind.OPEN_BRACKET)) {
            filter = Optional.of(parser.bracketed());
            sub = parser.subAttributeBehindBracket();
        }
        parser.expect(Kind.END, "the end of the path");
        return new PathExpression(attribute, filter, sub);
    }

    private Filter or() {
        Filter left = and();
        while (lexer.isWord(OR)) {
            lexer.advance();
            left = new Or(left, and());
        }
        return left;
    }

    private Filter and() {
        Filter left = factor();
        while (lexer.isWord(AND)) {
            lexer.advance();
            left = new And(left, factor());
        }
        return left;
    }

    private Filter factor() {
        if (lexer.isWord(NOT)) {
            lexer.advance();
            if (!lexer.is(Kind.OPEN)) {
                throw unexpected("\"(\" after not");
            }
            return new Not(parenthesized());
        }
        return lexer.is(Kind.OPEN) ? parenthesized() : attributeExpression();
    }

    private Filter parenthesized() {
        descend();
        lexer.advance();
        Filter inner = or();
        expect(Kind.CLOSE, "\")\"");
        depth--;
        return inner;
    }

    private Filter attributeExpression() {
        AttributePath path = attributePath();
        if (lexer.is(Kind.OPEN_BRACKET)) {
            return valuePath(path);
        }
        return comparison(path);
    }

    private Filter valuePath(AttributePath path) {
        if (inBrackets) {
            throw lexer.error("Brackets inside brackets are not allowed", lexer.position());
        }
        Filter filter = bracketed();
        int position = lexer.position();
        Optional<String> sub = subAttributeBehindBracket();
        if (sub.isEmpty()) {
            return new ValuePath(path, filter);
        }
        if (!notes.tolerates(Tolerance.FILTERED_ATTRIBUTE_IN_FILTER)) {
            throw lexer.error("Move the comparison into the brackets", position);
        }
        if (sub.get().equalsIgnoreCase("not")) {
            // inside the brackets, where the comparison goes, it would be read as the operator
            throw lexer.error("An attribute cannot be named not", position);
        }
        return new ValuePath(path, new And(filter, comparison(AttributePath.of(sub.get()))));
    }

    private Filter bracketed() {
        descend();
        lexer.advance();
        inBrackets = true;
        Filter filter = or();
        inBrackets = false;
        expect(Kind.CLOSE_BRACKET, "\"]\"");
        depth--;
        return filter;
    }

    /** The ".value" of {@code emails[type eq "work"].value}. */
    private Optional<String> subAttributeBehindBracket() {
        if (!lexer.is(Kind.WORD) || !lexer.startsWith('.')) {
            return Optional.empty();
        }
        Optional<AttributePath> sub = AttributePath.parse(lexer.text().substring(1))
                .filter(path -> path.schema().isEmpty() && path.subAttribute().isEmpty());
        if (sub.isEmpty()) {
            throw unexpected("the name of a sub-attribute");
        }
        lexer.advance();
        return sub.map(AttributePath::attribute);
    }

    private AttributePath attributePath() {
        if (!lexer.is(Kind.WORD)) {
            throw unexpected("an attribute");
        }
        AttributePath path = lexer.path().orElseThrow(() -> unexpected("an attribute"));
        lexer.advance();
        return path;
    }

    private Filter comparison(AttributePath path) {
        if (++comparisons > MAX_COMPARISONS) {
            throw lexer.error("It has more than " + MAX_COMPARISONS + " comparisons", lexer.position());
        }
        if (lexer.isWord(PR)) {
            lexer.advance();
            return new Present(path);
        }
        Operator operator = operator();
        lexer.advance();
        return new Comparison(path, operator, literal());
    }

    private Operator operator() {
        for (Operator operator : Operator.ALL) {
            if (lexer.isWord(operator.code())) {
                return operator;
            }
        }
        throw unexpected("one of the operators eq, ne, co, sw, ew, gt, ge, lt, le, pr");
    }

    private Literal literal() {
        boolean quoted = lexer.is(Kind.STRING);
        if (!quoted && !lexer.is(Kind.WORD)) {
            throw unexpected("a value to compare with");
        }
        String value = lexer.text();
        Literal literal = quoted ? new Literal.Text(value) : bareWord(value);
        lexer.advance();
        return literal;
    }

    private Literal bareWord(String word) {
        return switch (word) {
            case "true" -> new Literal.Bool(true);
            case "false" -> new Literal.Bool(false);
            case "null" -> new Literal.Null();
            default -> numberOrText(word);
        };
    }

    private Literal numberOrText(String word) {
        if (NUMBER.matcher(word).matches()) {
            return new Literal.Numeric(new BigDecimal(word), word);
        }
        if (!notes.tolerates(Tolerance.UNQUOTED_FILTER_VALUE)) {
            throw lexer.error("A text must stand in double quotes", lexer.position());
        }
        return new Literal.Text(word);
    }

    private void descend() {
        if (++depth > MAX_DEPTH) {
            throw lexer.error("Parentheses are nested more than " + MAX_DEPTH + " deep", lexer.position());
        }
    }

    private void expect(Kind kind, String expected) {
        if (!lexer.is(kind)) {
            throw unexpected(expected);
        }
        lexer.advance();
    }

    private ScimException unexpected(String expected) {
        return lexer.error("expected " + expected + ", found " + lexer.describe(), lexer.position());
    }
}
