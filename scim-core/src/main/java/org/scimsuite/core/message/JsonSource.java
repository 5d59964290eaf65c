package org.scimsuite.core.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Opens JSON bodies within limits. Immutable, and shared by requests. */
public final class JsonSource {

    private final JsonFactory factory;
    private final JsonLimits limits;

    public JsonSource(JsonLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth())
                        .maxStringLength(limits.maxStringLength())
                        .build())
                .build();
    }

    /**
     * Opens a body on its first token.
     *
     * @throws ScimException 400 invalidSyntax when there is no JSON object
     */
    public JsonInput open(byte[] body) {
        try {
            JsonInput input = new JsonInput(factory.createParser(body), limits.maxElements());
            if (!input.advance()) {
                throw ScimException.badRequest(ScimType.INVALID_SYNTAX, "The request has no body; send a JSON object.");
            }
            if (input.token() != JsonToken.START_OBJECT) {
                throw input.syntaxError("The body must be a JSON object");
            }
            return input;
        } catch (CharConversionException e) {
            throw new ScimException(ScimError.badRequest(ScimType.INVALID_SYNTAX, "The body is not UTF-8."), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory does not fail", e);
        }
    }

    /** As {@link #open(byte[])}, for text this server wrote itself. */
    public JsonInput open(String text) {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a part of a tree as if it came from a body. */
    public static JsonInput of(JsonNode tree) {
        JsonInput input = new JsonInput(tree.traverse(), Integer.MAX_VALUE);
        input.next();
        return input;
    }
}
