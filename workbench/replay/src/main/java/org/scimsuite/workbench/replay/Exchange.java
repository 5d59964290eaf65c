package org.scimsuite.workbench.replay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation between one identity provider and a SCIM server, as data.
 *
 * <p>Texts may hold placeholders: {@code ${domain}} (a mail domain nobody in the directory uses yet), {@code ${base}} (the
 * SCIM base URL), {@code ${token}} (the bearer token), {@code ${basic}} (the same as Basic credentials) and whatever
 * earlier steps captured.
 *
 * <p>The file and each step may have a member {@code requirements}: the lines of the checklist that they show, read by {@code
 * workbench/conformance} only.
 *
 * @param name {@code <idp>/<file name without ending>}
 * @param title what the exchange is about, for people
 * @param idp which provider behaves so
 * @param source where the shapes are documented
 * @param certainty how we know; a step that is less certain says so itself
 * @param tolerances names of the tolerances without which the server does not answer so; all of them and no other
 * @param mapping the name of the mapping that the connection needs, see {@link Mappings}; empty when it needs none
 * @param headers sent with each request unless the request names them itself
 */
@JsonIgnoreProperties("requirements")
public record Exchange(
        String name,
        String title,
        String idp,
        String source,
        Set<Certainty> certainty,
        Set<String> tolerances,
        String mapping,
        Map<String, String> headers,
        List<Step> steps) {

    public Exchange {
        certainty = certainty == null ? Set.of() : Set.copyOf(certainty);
        tolerances = tolerances == null ? Set.of() : Set.copyOf(tolerances);
        mapping = mapping == null ? "" : mapping;
        headers = inOrder(headers);
        steps = List.copyOf(steps);
    }

    /**
     * Reads one exchange from the class path.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static Exchange load(String idp, String name) {
        return ExchangeLibrary.load(idp, name);
    }

    /** Returns all exchanges on the class path, ordered by name. */
    public static List<Exchange> all() {
        return ExchangeLibrary.all();
    }

    /** How it is known that a provider sends something. */
    public enum Certainty {
        /** The provider's documentation. */
        DOCUMENTED,
        /** The source code of the provider or its plug-in. */
        SOURCE,
        /** Captured or replayed in a third party's tests, adapters or issue threads. */
        CAPTURED,
        /** The provider's published test suite. */
        SUITE,
        /** Not public: concluded from other facts, to be checked on a live tenant. */
        INFERRED
    }

    /**
     * One request and what must come of it.
     *
     * @param certainty when it differs from that of the whole exchange; otherwise empty
     * @param capture what later steps need: name to JSON pointer into the answer; the empty pointer is the whole answer
     * @param people what the directory must hold afterwards: user name to the fields of {@link Person}; JSON null when
     *     there must be no such person. Values are compared like those of {@link Expectation#body}
     */
    @JsonIgnoreProperties("requirements")
    public record Step(
            String title,
            Set<Certainty> certainty,
            Request request,
            Expectation expect,
            Map<String, String> capture,
            Map<String, JsonNode> people) {

        public Step {
            certainty = certainty == null ? Set.of() : Set.copyOf(certainty);
            capture = inOrder(capture);
            people = inOrder(people);
        }
    }

    /**
     * A request as it went over the wire.
     *
     * @param path below the SCIM base URL, with the query, percent-encoded as the provider encodes it
     * @param content the text to be sent; in the file either {@code body}, JSON, or {@code rawBody}, a text for what is not
     *     well-formed JSON or repeats a captured answer
     */
    public record Request(String method, String path, Map<String, String> headers, Optional<String> content) {

        public Request {
            headers = inOrder(headers);
        }

        @JsonCreator
        static Request read(
                @JsonProperty("method") String method,
                @JsonProperty("path") String path,
                @JsonProperty("headers") Map<String, String> headers,
                @JsonProperty("body") JsonNode body,
                @JsonProperty("rawBody") String rawBody) {
            Optional<String> json = Optional.ofNullable(body)
                    .filter(node -> !node.isMissingNode() && !node.isNull())
                    .map(JsonNode::toString);
            return new Request(
                    method, path, headers, Optional.ofNullable(rawBody).or(() -> json));
        }
    }

    /**
     * What the answer must look like.
     *
     * @param headers header name to expected value
     * @param body JSON pointer to expected value: a text that begins with {@code ~} is a regular expression for the whole
     *     value, {@code @present}, {@code @absent} and {@code @size=n} mean what they say, anything else must be equal
     */
    public record Expectation(int status, Map<String, String> headers, Map<String, JsonNode> body) {

        public Expectation {
            headers = inOrder(headers);
            body = inOrder(body);
        }
    }

    private static <V> Map<String, V> inOrder(Map<String, V> given) {
        return given == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }
}
