package org.scimsuite.core.endpoint;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.core.journal.BodyRedactor;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimResponse;

/**
 * A response, and the error it reports, if it does.
 *
 * @param error for the journal, as the response holds it in words only
 */
record Answer(ScimResponse response, Optional<ScimError> error) {

    static Answer of(ScimResponse response) {
        return new Answer(response, Optional.empty());
    }

    static Answer of(ScimError error) {
        return of(error, Map.of());
    }

    /** Details repeat what was sent where that helps; a token that was sent in the wrong place is not repeated. */
    static Answer of(ScimError error, Map<String, String> headers) {
        ScimError safe = error.withDetail(BodyRedactor.text(error.detail()));
        return new Answer(ErrorResponses.of(safe, headers), Optional.of(safe));
    }

    /** An error that also tells under which number the journal has it. */
    Answer numbered(Supplier<String> journalId) {
        return error.map(told -> {
                    ScimError numbered = told.withDetail(told.detail() + " (Journal " + journalId.get() + ")");
                    return new Answer(ErrorResponses.of(numbered, response.headers()), Optional.of(numbered));
                })
                .orElse(this);
    }
}
