package org.scimsuite.core.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scimsuite.core.mapping.MappingWords;
import org.scimsuite.core.message.Characters;

/** A JSON document that knows where each value stands. */
final class LocatedJson {

    /** Ten thousand lines of tables with long names, and room for products. */
    static final int MAX_BYTES = 10_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(30)
                    .maxStringLength(100_000)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final Map<String, JsonLocation> places = new HashMap<>();
    private final List<BundleProblem> problems = new ArrayList<>();
    private final JsonNode root;

    /** @throws InvalidBundleException when it is no JSON, with the first place where it is none */
    LocatedJson(byte[] document) {
        if (document.length > MAX_BYTES) {
            throw new InvalidBundleException(
                    List.of(new BundleProblem(1, 1, "", "The document is larger than " + MAX_BYTES + " bytes.")));
        }
        try (JsonParser parser = FACTORY.createParser(document)) {
            root = root(parser);
        } catch (IOException e) {
            throw new InvalidBundleException(List.of(new BundleProblem(1, 1, "", "The document is not UTF-8.")));
        }
    }

    private JsonNode root(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw failure(parser.currentLocation(), "The document is empty.");
            }
            JsonNode node = value(parser, "");
            if (parser.nextToken() != null) {
                throw failure(parser.currentTokenLocation(), "There is more behind the end of the JSON document.");
            }
            return node;
        } catch (StreamConstraintsException e) {
            throw failure(
                    parser.currentLocation(), "The document is nested too deeply, or has too long a text or number.");
        } catch (JsonProcessingException e) {
            throw failure(e.getLocation(), "This is not valid JSON.");
        }
    }

    private static InvalidBundleException failure(JsonLocation where, String sentence) {
        return new InvalidBundleException(
                List.of(new BundleProblem(where.getLineNr(), where.getColumnNr(), "", sentence)));
    }

    private JsonNode value(JsonParser parser, String path) throws IOException {
        places.put(path, parser.currentTokenLocation());
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> array(parser, path);
            case VALUE_STRING -> nodes.textNode(storable(parser.getText(), path));
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            default -> nodes.nullNode();
        };
    }

    private String storable(String text, String path) {
        if (!Characters.areStorable(text)) {
            problems.add(problem(path, "This text " + Characters.NOT_STORABLE + "."));
        }
        return text;
    }

    private ObjectNode object(JsonParser parser, String path) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonLocation where = parser.currentTokenLocation();
            String member = path + "/" + MappingWords.pointer(storable(name, path));
            parser.nextToken();
            if (object.has(name)) {
                problems.add(new BundleProblem(
                        where.getLineNr(), where.getColumnNr(), member, "This member is here for the second time."));
            }
            object.set(name, value(parser, member));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, String path) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, path + "/" + array.size()));
        }
        return array;
    }

    JsonNode root() {
        return root;
    }

    /** What was wrong with names of members. */
    List<BundleProblem> problems() {
        return problems;
    }

    /** A problem with the place of a value, or of the nearest one around it. */
    BundleProblem problem(String path, String sentence) {
        String known = path;
        while (!places.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        JsonLocation where = places.get(known);
        return new BundleProblem(where.getLineNr(), where.getColumnNr(), path, sentence);
    }
}
