package org.scimsuite.core.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.message.JsonInput;
import org.scimsuite.core.message.JsonLimits;
import org.scimsuite.core.message.JsonSource;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;

/** Reads the body of a search by POST (RFC 7644 §3.4.3). Members without a meaning there are passed over. */
final class SearchRequestReader {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    private static final JsonSource SOURCE = new JsonSource(JsonLimits.DEFAULT);

    private final JsonNode body;

    private SearchRequestReader(JsonNode body) {
        this.body = body;
    }

    /**
     * Reads a body.
     *
     * @throws ScimException 400 invalidSyntax without the schema of a search; 400 invalidValue when a member is of another type
     */
    static SearchParameters read(byte[] json) {
        JsonInput input = SOURCE.open(json);
        JsonNode body = input.tree();
        input.end();
        SearchRequestReader reader = new SearchRequestReader(body);
        reader.checkSchemas();
        return new SearchParameters(
                reader.text("filter"),
                reader.notBlank("sortBy"),
                reader.notBlank("sortOrder"),
                reader.number("startIndex"),
                reader.number("count"),
                reader.text("cursor"),
                reader.names("attributes"),
                reader.names("excludedAttributes"));
    }

    private void checkSchemas() {
        for (JsonNode uri : member("schemas").filter(JsonNode::isArray).orElse(body)) {
            if (uri.asText().equalsIgnoreCase(SCHEMA)) {
                return;
            }
        }
        throw ScimException.badRequest(
                ScimType.INVALID_SYNTAX, "The schemas of the body must be a list that contains " + SCHEMA + ".");
    }

    private Optional<String> notBlank(String name) {
        return text(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Optional<String> text(String name) {
        return member(name).map(value -> {
            if (!value.isTextual()) {
                throw invalid(name, "a text");
            }
            return value.textValue();
        });
    }

    private Optional<BigInteger> number(String name) {
        return member(name).map(value -> {
            if (!value.isNumber() || value.decimalValue().stripTrailingZeros().scale() > 0) {
                throw SearchParameters.notWhole(name);
            }
            return value.decimalValue().toBigInteger();
        });
    }

    private Optional<String> names(String name) {
        List<String> names = new ArrayList<>();
        member(name).ifPresent(list -> {
            if (!list.isArray()) {
                throw invalid(name, "a list of attribute names");
            }
            for (JsonNode element : list) {
                if (!element.isTextual()) {
                    throw invalid(name, "a list of attribute names");
                }
                names.add(element.textValue());
            }
        });
        return Optional.of(String.join(",", names)).filter(text -> !text.isBlank());
    }

    /** By its name in any case; null is no value. */
    private Optional<JsonNode> member(String name) {
        return body.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isNull())
                .findFirst();
    }

    private static ScimException invalid(String name, String expected) {
        return ScimException.badRequest(
                ScimType.INVALID_VALUE, "In the search request, " + name + " must be " + expected + ".");
    }
}
