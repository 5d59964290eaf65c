package org.scimsuite.workbench.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * HTTP/1.1. The two headers that this client sets by itself are understood as wishes: {@code Transfer-Encoding: chunked} sends
 * the body without a length, {@code Expect: 100-continue} waits for the server before sending it.
 */
final class HttpTransport implements Transport {

    private static final String CHUNKED = "Transfer-Encoding";
    private static final String EXPECT = "Expect";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Response send(String method, URI uri, Map<String, String> headers, Optional<String> content)
            throws IOException, InterruptedException {
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.putAll(headers);
        boolean chunked = sent.remove(CHUNKED) != null;
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .expectContinue(sent.remove(EXPECT) != null)
                .method(method, content.map(text -> body(text, chunked)).orElse(BodyPublishers.noBody()));
        sent.forEach(builder::header);
        HttpResponse<String> response =
                http.send(builder.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Response(response.statusCode(), response.headers(), response.body());
    }

    private static BodyPublisher body(String text, boolean chunked) {
        return chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                : BodyPublishers.ofString(text);
    }
}
