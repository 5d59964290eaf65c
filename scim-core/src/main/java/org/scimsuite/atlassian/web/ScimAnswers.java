package org.scimsuite.atlassian.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scimsuite.core.message.ScimResponse;

/** Sends answers. */
final class ScimAnswers {

    private ScimAnswers() {}

    /**
     * Sends the answer.
     *
     * @param method the request's; an answer to HEAD has headers only
     */
    static void send(ScimResponse answer, String method, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        // people's data: not for caches, and never to be guessed into another type
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(response::setHeader);
        if (answer.body().isEmpty()) {
            return;
        }
        answer.body().length().ifPresent(response::setContentLength);
        if (!method.equals("HEAD")) {
            answer.body().writeTo(response.getOutputStream());
        }
    }
}
