package org.scimsuite.workbench.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scimsuite.workbench.replay.Exchange.Request;
import org.scimsuite.workbench.replay.Exchange.Step;

/**
 * Plays an exchange, step after step, against a running server. Each request becomes one line: what it means, the request,
 * the status, and what it did to the directory.
 */
public final class Replayer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Transport transport;
    private final URI scimBase;
    private final String token;
    private final PeopleSource people;
    private final PrintStream out;

    /**
     * @param scimBase the SCIM base URL without a slash at its end
     * @param token the bearer token of a connection
     * @param people shows the directory of that connection
     */
    public Replayer(URI scimBase, String token, PeopleSource people, PrintStream out) {
        this(new HttpTransport(), scimBase, token, people, out);
    }

    /** As the other, over something else than HTTP. */
    public Replayer(Transport transport, URI scimBase, String token, PeopleSource people, PrintStream out) {
        this.transport = transport;
        this.scimBase = scimBase;
        this.token = token;
        this.people = people;
        this.out = out;
    }

    /** Plays the exchange to its end, also past failures; the result lists them. */
    public ReplayResult play(Exchange exchange) {
        List<Person> before = people.people();
        Placeholders placeholders = placeholders(before);
        List<String> failures = new ArrayList<>();
        PlayPrinter printer = new PlayPrinter(out, placeholders);
        printer.begin(exchange);
        int number = 0;
        for (Step step : exchange.steps()) {
            number++;
            Outcome outcome = attempt(exchange, step, before, placeholders);
            before = outcome.people();
            printer.step(number, step, outcome);
            for (String difference : outcome.differences()) {
                failures.add("step " + number + " (" + placeholders.readable(step.title()) + "): " + difference);
            }
        }
        printer.end(before, failures);
        return new ReplayResult(exchange.name(), exchange.steps().size(), failures);
    }

    /** What one step came to; status 0 when the server gave no answer. */
    record Outcome(int status, List<String> effects, List<String> differences, List<Person> people) {}

    /** A step that cannot be played (a capture is missing, the server is gone) is a failure, not the end of the play. */
    private Outcome attempt(Exchange exchange, Step step, List<Person> before, Placeholders placeholders) {
        try {
            Answer answer = send(exchange, step.request(), placeholders);
            List<Person> after = step.request().method().equals("GET") ? before : people.people();
            List<String> differences = answer.differencesTo(step.expect(), placeholders);
            differences.addAll(capture(step, answer, placeholders));
            differences.addAll(missedPeople(step, after, placeholders));
            return new Outcome(answer.status(), DirectoryEffect.between(before, after), differences, after);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return new Outcome(0, List.of(), List.of("The step could not be played: " + e.getMessage()), before);
        }
    }

    private Answer send(Exchange exchange, Request request, Placeholders placeholders) throws IOException {
        Optional<String> content = request.content().map(placeholders::resolve);
        Map<String, String> headers = headers(exchange, request);
        headers.replaceAll((name, value) -> placeholders.resolve(value));
        URI uri = URI.create(scimBase + placeholders.resolve(request.path()));
        try {
            return Answer.of(transport.send(request.method(), uri, headers, content));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A header with an empty value is not sent at all; that is how a request goes out without credentials. */
    private static Map<String, String> headers(Exchange exchange, Request request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Authorization", "Bearer ${token}");
        headers.putAll(exchange.headers());
        headers.putAll(request.headers());
        headers.values().removeIf(String::isEmpty);
        return headers;
    }

    private static List<String> capture(Step step, Answer answer, Placeholders placeholders) {
        List<String> missing = new ArrayList<>();
        step.capture().forEach((name, pointer) -> {
            JsonNode value = answer.body().at(pointer);
            if (value.isMissingNode()) {
                missing.add(pointer + " is needed later as ${" + name + "} but is absent.");
            } else {
                placeholders.put(name, value.isValueNode() ? value.asText() : value.toString());
            }
        });
        return missing;
    }

    private List<String> missedPeople(Step step, List<Person> after, Placeholders placeholders) {
        List<String> differences = new ArrayList<>();
        for (var entry : step.people().entrySet()) {
            String name = placeholders.resolve(entry.getKey());
            JsonNode expected = placeholders.resolve(entry.getValue());
            JsonNode actual = after.stream()
                    .filter(person -> person.name().equals(name))
                    .findFirst()
                    .<JsonNode>map(JSON::valueToTree)
                    .orElse(MissingNode.getInstance());
            if (expected.isNull() != actual.isMissingNode()) {
                differences.add(name + (expected.isNull() ? " should not be" : " should be") + " in the directory.");
                continue;
            }
            expected.properties().forEach(field -> Comparison.mismatch(
                            name + "'s " + field.getKey() + " in the directory",
                            field.getValue(),
                            actual.path(field.getKey()))
                    .ifPresent(differences::add));
        }
        return differences;
    }

    private Placeholders placeholders(List<Person> known) {
        Placeholders placeholders = new Placeholders();
        placeholders.put("base", scimBase.toString());
        placeholders.put("token", token);
        placeholders.put(
                "basic", Base64.getEncoder().encodeToString(("scim:" + token).getBytes(StandardCharsets.UTF_8)));
        placeholders.put("domain", unusedDomain(known));
        return placeholders;
    }

    /** A play must be repeatable on a directory that keeps its people, so each gets a company of its own. */
    private static String unusedDomain(List<Person> known) {
        int company = 1;
        while (true) {
            String domain = company == 1 ? "acme.test" : "acme" + company + ".test";
            if (known.stream().noneMatch(person -> person.name().endsWith("@" + domain))) {
                return domain;
            }
            company++;
        }
    }
}
