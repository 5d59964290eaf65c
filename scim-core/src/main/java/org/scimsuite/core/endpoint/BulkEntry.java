package org.scimsuite.core.endpoint;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scimsuite.core.bulk.BulkOperation.Broken;
import org.scimsuite.core.bulk.BulkOperation.Sound;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimRequest;

/**
 * What became of one operation (RFC 7644 §3.7.3).
 *
 * @param method empty when the operation had none
 * @param location empty for a resource that was not created, or that the path does not name
 * @param version the ETag after the operation
 * @param error what the single request would have been answered with
 */
record BulkEntry(
        Optional<String> method,
        Optional<String> bulkId,
        Optional<String> location,
        Optional<String> version,
        int status,
        Optional<ScimError> error) {

    static BulkEntry of(Sound operation, ScimRequest request, Answer answer) {
        Optional<String> named =
                request.path().size() == 2 && !isReference(request.path().get(1))
                        ? Optional.of(uri(request))
                        : Optional.empty();
        return new BulkEntry(
                Optional.of(operation.method().name()),
                operation.bulkId(),
                header(answer, "Location").or(() -> named),
                header(answer, "ETag"),
                answer.response().status(),
                answer.error());
    }

    static BulkEntry of(Broken operation, Answer answer) {
        return new BulkEntry(
                operation.method(),
                operation.bulkId(),
                Optional.empty(),
                Optional.empty(),
                answer.response().status(),
                answer.error());
    }

    /** A creation after the PATCH that adds what had to be left out; the resource is there even when that failed. */
    BulkEntry completedBy(Answer patch) {
        Optional<ScimError> failure = patch.error()
                .map(error -> error.withDetail(
                        "The resource was created, but without the references of a circle. " + error.detail()));
        return new BulkEntry(
                method,
                bulkId,
                location,
                header(patch, "ETag").or(() -> version),
                failure.map(ScimError::status).orElse(status),
                failure);
    }

    boolean isError() {
        return error.isPresent();
    }

    private static Optional<String> header(Answer answer, String name) {
        return Optional.ofNullable(answer.response().headers().get(name));
    }

    /** The reference stayed because nothing was created that it names. */
    private static boolean isReference(String id) {
        return id.startsWith("bulkId:");
    }

    private static String uri(ScimRequest request) {
        return request.baseUri()
                + request.path().stream()
                        .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                        .collect(Collectors.joining("/", "/", ""));
    }
}
