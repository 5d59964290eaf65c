package org.scimsuite.core.endpoint;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.scimsuite.core.connection.AuthenticationResult.Admitted;
import org.scimsuite.core.connection.AuthenticationResult.Denied;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.TokenScope;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.journal.JournalRecorder;
import org.scimsuite.core.journal.Recording;
import org.scimsuite.core.message.ResponseBody;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.core.provision.ProvisioningContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Around the endpoint: turns every problem into an answer, and writes the journal. */
final class JournaledEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(JournaledEndpoint.class);

    private static final int PAUSED_RETRY_SECONDS = 300;

    /** Of requests that anybody can send in any number: more would fill the database. */
    private static final int JOURNALED_PER_MINUTE = 60;

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Supplier<ScimEndpoint> endpoint;
    private final JournalRecorder recorder;
    private final MinuteBudget strangers;
    private final MinuteBudget floods;
    private final RequestRates rates;

    JournaledEndpoint(Supplier<ScimEndpoint> endpoint, JournalRecorder recorder, Clock clock) {
        this.endpoint = endpoint;
        this.recorder = recorder;
        this.strangers = new MinuteBudget(clock, JOURNALED_PER_MINUTE);
        this.floods = new MinuteBudget(clock, JOURNALED_PER_MINUTE);
        this.rates = new RequestRates(clock);
    }

    ScimResponse handle(Admitted admitted, ScimRequest request) {
        Caller caller = new Caller(admitted);
        Notes notes = caller.notes();
        Recording recording = caller.begin(recorder, request, notes);
        Optional<ScimError> refusal = rates.refusal(caller.connection());
        if (refusal.isPresent()) {
            Answer answer = Answer.of(refusal.get());
            return finished(
                    request, (floods.take() ? journaled(recording, request, answer) : answer).response(), recording);
        }
        InnerRequests inner = new JournaledRequests(caller, recording);
        Answer answer = journaled(caller, request, recording, notes, context -> endpoint.get()
                .answer(new Exchange(request, context, inner)));
        return finished(request, answer.response(), recording);
    }

    /** Carries on what requests of a connection have left; a connection that is paused rests. */
    void align(Connection connection) {
        if (connection.mode() == ConnectionMode.PAUSED) {
            return;
        }
        Notes notes = new Notes(connection.protocol().dialect());
        ScimRequest work = new ScimRequest("ALIGN", List.of("Groups"), Map.of(), Map.of(), new byte[0], "");
        Recording recording = recorder.begin(Optional.of(connection.id()), Optional.empty(), work, notes::all);
        try {
            endpoint.get().align(new ProvisioningContext(connection, "", new RecordingTrace(recording), notes));
            if (recording.isStored() || recording.hasChanged() || !notes.all().isEmpty()) {
                recording.succeeded(200);
            }
        } catch (DirectoryException e) {
            LOG.info("Local groups of connection {} wait: the directory refused: {}", connection.id(), e.getMessage());
            if (recording.isStored() || !notes.all().isEmpty()) {
                recording.failed(DirectoryErrors.of(e));
            }
        } catch (RuntimeException e) {
            LOG.warn("Local groups of connection {} could not be changed", connection.id(), e);
        }
    }

    ScimResponse deny(Denied denied, ScimRequest request) {
        Notes notes = new Notes();
        Recording recording = recorder.begin(Optional.empty(), Optional.empty(), request, notes::all);
        ScimError error = ScimError.of(
                401, "The token is missing, unknown or no longer valid. Send it as Authorization: Bearer <token>.");
        notes.add(denied.reason().sentence());
        Answer answer = Answer.of(error);
        if (strangers.take()) {
            answer = journaled(recording, request, answer);
        }
        return finished(request, answer.response(), recording);
    }

    private Answer journaled(Caller caller, ScimRequest request, Recording recording, Notes notes, Work work) {
        return journaled(recording, request, answer(caller.admitted(), request, recording, notes, work));
    }

    private static Answer answer(Admitted admitted, ScimRequest request, Recording recording, Notes notes, Work work) {
        Connection connection = admitted.connection();
        if (connection.mode() == ConnectionMode.PAUSED) {
            return Answer.of(ScimError.unavailable(
                    "The product's administrator has paused this connection. Nothing was changed.",
                    PAUSED_RETRY_SECONDS));
        }
        if (admitted.scope() == TokenScope.READ && !onlyReads(request)) {
            return Answer.of(ScimError.of(
                    403,
                    "The token of this request may only read. Enter one of scope WRITE at the identity provider."));
        }
        try {
            ProvisioningContext context =
                    new ProvisioningContext(connection, request.baseUri(), new RecordingTrace(recording), notes);
            return work.answer(context);
        } catch (ScimException e) {
            return Answer.of(e.error());
        } catch (DirectoryException e) {
            LOG.info("SCIM request {}: the directory refused: {}", recording.id(), e.getMessage());
            return Answer.of(DirectoryErrors.of(e));
        } catch (RuntimeException e) {
            LOG.error("SCIM request {} failed", recording.id(), e);
            return Answer.of(ScimError.of(
                    500,
                    "Something went wrong in the server. Give the number in this message to the product's"
                            + " administrator, who finds it in journal and log."));
        }
    }

    /** A search by POST reads, too (RFC 7644 §3.4.3). */
    private static boolean onlyReads(ScimRequest request) {
        List<String> path = request.path();
        boolean searches = !path.isEmpty() && path.get(path.size() - 1).equals(SearchParameters.SEARCH);
        return READS.contains(request.method()) || (request.method().equals("POST") && searches);
    }

    /**
     * Writes the outcome down, and returns the answer to send: an error that can be looked up, in the journal or in the log,
     * says under which number. The answer goes out even when the journal cannot be written any more: what it reports has
     * happened.
     */
    private static Answer journaled(Recording recording, ScimRequest request, Answer plain) {
        Answer answer = plain.numbered(recording::id);
        try {
            if (answer.error().isPresent()) {
                ScimError error = answer.error().get();
                if (error.status() == 500 || recording.hasLeftOver()) {
                    recording.failed(error);
                } else {
                    recording.refused(error);
                }
            } else if (recording.isStored() || !onlyReads(request)) {
                recording.succeeded(answer.response().status());
            }
        } catch (RuntimeException e) {
            LOG.error("SCIM request {} could not be journaled", recording.id(), e);
        }
        boolean logged = answer.response().status() == 500;
        return recording.isStored() || logged ? answer : plain;
    }

    private static ScimResponse finished(ScimRequest request, ScimResponse response, Recording recording) {
        Map<String, String> headers = new LinkedHashMap<>(response.headers());
        if (recording.isStored()) {
            headers.put("X-Request-Id", recording.id());
        }
        if (headers.containsKey("Content-Type") && wantsPlainJson(request)) {
            headers.put("Content-Type", "application/json");
        }
        ResponseBody body = request.method().equals("HEAD") ? ResponseBody.NONE : response.body();
        return new ScimResponse(response.status(), headers, body);
    }

    /** Every other wish is met with SCIM's own media type: clients that ask for something else read it all the same. */
    private static boolean wantsPlainJson(ScimRequest request) {
        String accept = request.header("accept").orElse("");
        return accept.contains("application/json")
                && !accept.contains(ScimResponse.MEDIA_TYPE)
                && !accept.contains("*");
    }

    /** Who asks. */
    private record Caller(Admitted admitted) {

        Connection connection() {
            return admitted.connection();
        }

        Notes notes() {
            return new Notes(connection().protocol().dialect());
        }

        Recording begin(JournalRecorder recorder, ScimRequest request, Notes notes) {
            return recorder.begin(Optional.of(connection().id()), Optional.of(admitted.tokenId()), request, notes::all);
        }
    }

    /** What a request asks for. */
    private interface Work {
        Answer answer(ProvisioningContext context);
    }

    /** The requests inside one request; may not be nested any deeper, as paths of a bulk request cannot lead to another. */
    private final class JournaledRequests implements InnerRequests {

        private final Caller caller;
        private final Recording outer;

        JournaledRequests(Caller caller, Recording outer) {
            this.caller = caller;
            this.outer = outer;
        }

        @Override
        public void begin(String sentence) {
            outer.begun(sentence);
        }

        @Override
        public Answer answer(int number, ScimRequest request) {
            return journaled(number, request, context -> endpoint.get().answer(new Exchange(request, context, this)));
        }

        @Override
        public Answer refuse(int number, ScimRequest request, ScimError error) {
            return journaled(number, request, context -> Answer.of(error));
        }

        private Answer journaled(int number, ScimRequest request, Work work) {
            Notes notes = caller.notes();
            Recording recording = caller.begin(recorder, request, notes);
            notes.add("This was operation " + number + " of the bulk request " + outer.id() + ".");
            Answer answer = JournaledEndpoint.this.journaled(caller, request, recording, notes, work);
            if (recording.hasChanged()) {
                outer.changed();
            }
            return answer;
        }
    }
}
