package org.scimsuite.workbench.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** An HTTP answer. */
public record Reply(int status, HttpHeaders headers, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the body as JSON; fails readably when it is something else. */
    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer " + status + " is not JSON: " + text, e);
        }
    }

    /** Returns the value at a JSON pointer as text; empty when there is none. */
    public String at(String pointer) {
        return json().at(pointer).asText();
    }

    /** Returns the first value of a header; empty when there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
