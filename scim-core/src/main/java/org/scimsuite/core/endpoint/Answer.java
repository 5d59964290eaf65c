package org.scimsuite.core.endpoint;

import java.util.Map;
import java.util.Optional;
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

    static Answer of(ScimError error, Map<String, String> headers) {
        return new Answer(ErrorResponses.of(error, headers), Optional.of(error));
    }
}
