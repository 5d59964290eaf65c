package org.scimsuite.workbench.replay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;

/** Carries requests to a server. */
@FunctionalInterface
public interface Transport {

    /**
     * Sends one request and waits for the answer.
     *
     * @param headers as the client sends them; each name once
     * @throws IOException when there is no answer
     */
    Response send(String method, URI uri, Map<String, String> headers, Optional<String> content)
            throws IOException, InterruptedException;

    /** An answer as it came; the body is empty when there was none. */
    record Response(int status, HttpHeaders headers, String body) {}
}
