package org.scimsuite.workbench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayerTest {

    private final List<Person> directory = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final List<String> framing = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer server;

    /** Knows just enough SCIM: a POST adds Ana and answers 201 with the id 7, a GET answers 200, the rest 404. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange http) throws IOException {
        String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(http.getRequestMethod() + " " + http.getRequestURI() + " "
                + http.getRequestHeaders().getFirst("Authorization") + " " + body);
        framing.add(http.getRequestHeaders().getFirst("Transfer-Encoding") + " "
                + http.getRequestHeaders().getFirst("Expect"));
        int status = 404;
        if (http.getRequestMethod().equals("POST")) {
            status = 201;
            directory.add(new Person("ana@acme.test", "Ana", "Ana", "Arns", "", true, "e1", List.of("Team")));
        } else if (http.getRequestMethod().equals("GET")) {
            status = 200;
        }
        byte[] reply = "{\"id\":\"7\",\"active\":true,\"version\":\"W/\\\"1\\\"\"}".getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(status, reply.length);
        http.getResponseBody().write(reply);
        http.close();
    }

    @Test
    void playWhenEverythingIsAsExpectedThenGreenAndOneLineForEachRequest() throws IOException {
        ReplayResult result = play("""
                {"title": "Ana joins",
                 "request": {"method": "POST", "path": "/Users", "body": {"userName": "ana@${domain}"}},
                 "expect": {"status": 201, "body": {"/id": "@present"}},
                 "capture": {"ana": "/id"},
                 "people": {"ana@${domain}": {"active": true, "groups": ["Team"]}, "bo@${domain}": null}},
                {"title": "Ana is read", "request": {"method": "GET", "path": "/Users/${ana}?a=b%20c"}, "expect": {"status": 200}}
                """);

        assertThat(result.failures()).isEmpty();
        assertThat(result.green()).isTrue();
        assertThat(seen)
                .containsExactly(
                        "POST /scim/Users Bearer secret {\"userName\":\"ana@acme.test\"}",
                        "GET /scim/Users/7?a=b%20c Bearer secret ");
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .anySatisfy(line -> assertThat(line)
                        .containsSubsequence("1", "Ana joins", "POST /Users", "201", "+ ana@acme.test (Ana)"))
                .anySatisfy(line -> assertThat(line).containsSubsequence("2", "GET /Users/{ana}?a=b c", "200"))
                .anySatisfy(line -> assertThat(line).containsSubsequence("ana@acme.test", "Ana", "active"));
    }

    @Test
    void playWhenAnswerAndPeopleDifferThenEachDifferenceIsToldAndThePlayGoesOn() throws IOException {
        ReplayResult result = play("""
                {"title": "Ana joins", "request": {"method": "POST", "path": "/Users"},
                 "expect": {"status": 409, "headers": {"Location": "~.*/7"}, "body": {"/active": false}},
                 "people": {"ana@acme.test": {"active": false}, "bo@acme.test": {}}},
                {"title": "Nobody", "request": {"method": "GET", "path": "/Users/${nobody}"}, "expect": {"status": 200}},
                {"title": "Ana is read", "request": {"method": "GET", "path": "/Users/7"}, "expect": {"status": 200}}
                """);

        assertThat(result.green()).isFalse();
        assertThat(result.requests()).isEqualTo(3);
        assertThat(result.failures())
                .satisfiesExactly(
                        status -> assertThat(status).contains("step 1 (Ana joins)", "should be 409 but is 201"),
                        header -> assertThat(header).contains("Header Location", "absent"),
                        body -> assertThat(body).contains("/active should be false but is true"),
                        state -> assertThat(state).contains("ana@acme.test's active in the directory"),
                        absent -> assertThat(absent).contains("bo@acme.test should be in the directory"),
                        capture -> assertThat(capture).contains("step 2", "${nobody}"));
        assertThat(seen).hasSize(2);
    }

    @Test
    void playWhenACapturedValueHoldsQuotesThenItIsComparedAsItIs() throws IOException {
        ReplayResult result = play("""
                {"title": "Read", "request": {"method": "GET", "path": "/Users/7"}, "expect": {"status": 200},
                 "capture": {"version": "/version"}},
                {"title": "Read again", "request": {"method": "GET", "path": "/Users/7"},
                 "expect": {"status": 200, "body": {"/version": "${version}"}}}
                """);

        assertThat(result.failures()).isEmpty();
    }

    @Test
    void playWhenTheHeaderIsEmptyThenItIsNotSent() throws IOException {
        play("""
                {"title": "No credentials", "request": {"method": "GET", "path": "/Users", "headers": {"authorization": ""}},
                 "expect": {"status": 200}}
                """);

        assertThat(seen).containsExactly("GET /scim/Users null ");
    }

    @Test
    void playWhenAHeaderWishesForItThenTheBodyGoesInChunks() throws IOException {
        play("""
                {"title": "In chunks", "request": {"method": "POST", "path": "/Users", "body": {"a": 1},
                 "headers": {"transfer-encoding": "chunked", "expect": "100-continue"}}, "expect": {"status": 201}}
                """);

        assertThat(seen).containsExactly("POST /scim/Users Bearer secret {\"a\":1}");
        assertThat(framing).containsExactly("chunked 100-Continue");
    }

    @Test
    void playWhenTheDomainIsInUseThenTheCompanyGetsAnother() throws IOException {
        directory.add(new Person("zoe@acme.test", "Zoe", "", "", "", true, "e9", List.of()));

        play("""
                {"title": "Look", "request": {"method": "GET", "path": "/Users?filter=ana%40${domain}"}, "expect": {"status": 200}}
                """);

        assertThat(seen).singleElement().asString().contains("ana%40acme2.test");
    }

    private ReplayResult play(String steps) throws IOException {
        String json = "{\"title\": \"t\", \"idp\": \"okta\", \"source\": \"s\", \"steps\": [" + steps + "]}";
        Exchange exchange = ExchangeLibrary.parse("okta/t", new ObjectMapper().readTree(json));
        URI base = URI.create("http://localhost:" + server.getAddress().getPort() + "/scim");
        return new Replayer(
                        base,
                        "secret",
                        () -> List.copyOf(directory),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .play(exchange);
    }
}
