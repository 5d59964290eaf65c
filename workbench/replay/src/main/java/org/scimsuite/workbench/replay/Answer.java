package org.scimsuite.workbench.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.scimsuite.workbench.replay.Exchange.Expectation;

/** What the server answered. A body that is not JSON is kept as a text, so that a wrong answer can be shown. */
record Answer(int status, HttpHeaders headers, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(Transport.Response response) {
        return new Answer(response.status(), response.headers(), parse(response.body()));
    }

    private static JsonNode parse(String body) {
        if (body.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return TextNode.valueOf(body);
        }
    }

    /** Returns one sentence for each difference to what was expected. */
    List<String> differencesTo(Expectation expected, Placeholders placeholders) {
        List<String> differences = new ArrayList<>();
        if (status != expected.status()) {
            differences.add("The status should be " + expected.status() + " but is " + status + ": "
                    + Comparison.shortened(body));
        }
        expected.headers().forEach((name, value) -> Comparison.mismatch(
                        "Header " + name,
                        TextNode.valueOf(placeholders.resolve(value)),
                        headers.firstValue(name)
                                .<JsonNode>map(TextNode::valueOf)
                                .orElse(MissingNode.getInstance()))
                .ifPresent(differences::add));
        expected.body()
                .forEach((pointer, value) -> Comparison.mismatch(pointer, placeholders.resolve(value), body.at(pointer))
                        .ifPresent(differences::add));
        return differences;
    }
}
