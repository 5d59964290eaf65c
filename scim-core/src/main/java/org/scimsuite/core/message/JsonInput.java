package org.scimsuite.core.message;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/**
 * A JSON body as a stream of tokens. Whatever is wrong with it as JSON is a {@link ScimException} 400 invalidSyntax that says
 * where, and never repeats the body, which may hold secrets.
 */
public final class JsonInput {

    private final JsonParser parser;
    private int elementsLeft;
    private JsonToken token;

    JsonInput(JsonParser parser, int maxElements) {
        this.parser = parser;
        this.elementsLeft = maxElements;
    }

    /**
     * Moves to the next token.
     *
     * @throws ScimException 400 invalidSyntax also when there is none
     */
    public JsonToken next() {
        if (!advance()) {
            throw syntaxError("The body ends too early");
        }
        return token;
    }

    /** Moves to the next token; false behind the last one. */
    boolean advance() {
        try {
            token = parser.nextToken();
            if (token != null && --elementsLeft < 0) {
                throw syntaxError("The body has too many elements");
            }
            return token != null;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The current token. */
    public JsonToken token() {
        return token;
    }

    /** The name of the current member. */
    public String name() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The text of the current token. */
    public String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The current number. */
    public BigDecimal decimal() {
        try {
            return parser.getDecimalValue();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Moves to the last token of the current value; its member names are checked all the same. */
    public void skipValue() {
        tree();
    }

    /** Moves behind the end of the body. */
    public void end() {
        if (advance()) {
            throw syntaxError("There is more behind the end of the JSON object");
        }
    }

    /** Reads the current value as a tree, and stays on its last token. */
    public JsonNode tree() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (token()) {
            case START_OBJECT -> object(nodes);
            case START_ARRAY -> array(nodes);
            case VALUE_STRING -> nodes.textNode(text());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> nodes.numberNode(decimal());
            default -> nodes.nullNode();
        };
    }

    private ObjectNode object(JsonNodeFactory nodes) {
        ObjectNode object = nodes.objectNode();
        MemberNames names = new MemberNames();
        while (next() != JsonToken.END_OBJECT) {
            String name = name();
            names.add(name, this);
            next();
            object.set(name, tree());
        }
        return object;
    }

    private ArrayNode array(JsonNodeFactory nodes) {
        ArrayNode array = nodes.arrayNode();
        while (next() != JsonToken.END_ARRAY) {
            array.add(tree());
        }
        return array;
    }

    /** 400 invalidSyntax with the place in the body. */
    public ScimException syntaxError(String problem) {
        return syntaxError(problem, parser.currentTokenLocation());
    }

    private static ScimException syntaxError(String problem, JsonLocation where) {
        String place =
                where.getLineNr() < 0 ? "" : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
        return ScimException.badRequest(ScimType.INVALID_SYNTAX, problem + place + ".");
    }

    private RuntimeException failure(IOException e) {
        if (e instanceof StreamConstraintsException) {
            return syntaxError(
                    "The body is nested too deeply, or has too long a text or number", parser.currentLocation());
        }
        if (e instanceof JsonProcessingException json) {
            return syntaxError("The body is not valid JSON", json.getLocation());
        }
        if (e instanceof CharConversionException) {
            return syntaxError("The body is not UTF-8", parser.currentLocation());
        }
        return new UncheckedIOException("Reading from memory does not fail", e);
    }
}
