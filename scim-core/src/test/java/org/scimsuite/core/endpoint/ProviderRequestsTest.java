package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scimsuite.core.bundle.BundleReader;
import org.scimsuite.core.connection.ProtocolSettings;
import org.scimsuite.core.connection.ProtocolSettings.Strictness;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InProcessTransport;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.replay.Exchange;
import org.scimsuite.workbench.replay.Mappings;
import org.scimsuite.workbench.replay.Replayer;

/**
 * What identity providers send: the recorded exchanges, and what Okta and Entra ID make the directory do. That an exchange
 * needs the tolerances it names, and no other, is shown by switching them off.
 */
class ProviderRequestsTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final TestServer scim = new TestServer();

    @TestFactory
    Stream<DynamicTest> exchangeWhenReplayedThenEveryAnswerIsAsExpected() {
        return exchanges(exchange -> assertThat(failures(exchange, Set.of())).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> exchangeWhenTolerancesItDoesNotNameAreOffThenAnsweredAllTheSame() {
        return exchanges(exchange -> {
            EnumSet<Tolerance> others = EnumSet.allOf(Tolerance.class);
            exchange.tolerances().stream().map(Tolerance::valueOf).forEach(others::remove);

            assertThat(failures(exchange, others)).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> exchangeWhenAToleranceItNamesIsOffThenAnsweredOtherwise() {
        return Exchange.all().stream().flatMap(exchange -> exchange.tolerances().stream()
                .map(Tolerance::valueOf)
                .map(tolerance -> DynamicTest.dynamicTest(
                        exchange.name() + " " + tolerance,
                        () -> assertThat(failures(exchange, Set.of(tolerance))).isNotEmpty())));
    }

    private static Stream<DynamicTest> exchanges(Consumer<Exchange> test) {
        return Exchange.all().stream()
                .map(exchange -> DynamicTest.dynamicTest(exchange.name(), () -> test.accept(exchange)));
    }

    private static List<String> failures(Exchange exchange, Set<Tolerance> switchedOff) {
        TestServer server = new TestServer();
        for (String before : List.of("admin", "ana.existing", "Ben.MixedCase")) {
            server.directory.createUser(
                    InMemoryDirectory.ID,
                    new DirectoryUserProfile(before, "", "", before, before + "@example.test", Activation.ACTIVE));
        }
        server.speak(new ProtocolSettings(Strictness.COMPATIBLE, switchedOff, UnknownAttributes.IGNORE));
        if (!exchange.mapping().isEmpty()) {
            byte[] bundle = Mappings.bundle(exchange.mapping()).getBytes(StandardCharsets.UTF_8);
            server.map(BundleReader.read(bundle).mapping());
        }
        InProcessTransport transport = new InProcessTransport(server);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Replayer(transport, URI.create(TestServer.BASE), transport.token(), transport::people, nowhere)
                .play(exchange)
                .failures();
    }

    @Test
    void oktaWhenPersonJoinsAndLeavesThenDirectoryFollows() {
        assertThat(scim.get("/Users?filter=userName%20eq%20%22ana%40acme.test%22&startIndex=1&count=100")
                        .json()
                        .at("/totalResults")
                        .asInt())
                .isZero();
        Reply created = scim.post(
                "/Users",
                TestServer.user(
                        "ana@acme.test",
                        ",\"name\":{\"givenName\":\"Ana\",\"familyName\":\"Arns\"},\"emails\":[{\"primary\":true,"
                                + "\"value\":\"ana@acme.test\",\"type\":\"work\"}],\"displayName\":\"Ana Arns\","
                                + "\"locale\":\"en-US\",\"externalId\":\"00u1abcd2EFGH3ijk4l5\",\"groups\":[],"
                                + "\"password\":\"1mz050nq\",\"active\":true"));
        assertThat(created.status()).isEqualTo(201);

        Reply off = scim.patch("/Users/" + created.text("/id"), "[{\"op\":\"replace\",\"value\":{\"active\":false}}]");

        assertThat(off.status()).isEqualTo(200);
        assertThat(off.json().at("/active").asBoolean(true)).isFalse();
        assertThat(scim.directory.writes()).containsExactly("createUser ana@acme.test", "updateUser ana@acme.test");
    }

    /** Entra ID sends the members of a group a hundred at a time. */
    @Test
    void entraWhenMembersComeAndGoByTheHundredThenEachAnswerIsEmptyAndAllAreThere() {
        List<String> values = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            values.add("{\"$ref\":null,\"value\":\"" + scim.create("person" + number, "") + "\"}");
        }
        String path =
                "/Groups/" + scim.post("/Groups", "{\"displayName\":\"Team\"}").text("/id");

        for (int from = 0; from < 300; from += 100) {
            assertThat(scim.patch(path, members("Add", values.subList(from, from + 100)))
                            .status())
                    .isEqualTo(204);
        }
        assertThat(scim.get(path).json().path("members")).hasSize(300);

        assertThat(scim.patch(path, members("Remove", values.subList(100, 200))).status())
                .isEqualTo(204);
        Reply left = scim.get(path);
        assertThat(left.json().path("members")).hasSize(200);
        assertThat(left.header("ETag")).isEqualTo("W/\"5\"");
    }

    private static String members(String op, List<String> values) {
        return "[{\"op\":\"" + op + "\",\"path\":\"members\",\"value\":[" + String.join(",", values) + "]}]";
    }

    @Test
    void entraWhenPersonIsCreatedAndPatchedInEitherDialectThenAllIsKept() {
        Reply created = scim.post(
                "/Users",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\",\"" + ENTERPRISE + "\"],"
                        + "\"externalId\":\"anaarns\",\"userName\":\"ana@acme.test\",\"active\":true,"
                        + "\"displayName\":\"Ana Arns\",\"emails\":[{\"primary\":\"True\",\"type\":\"work\","
                        + "\"value\":\"ana@acme.test\"}],\"meta\":{\"resourceType\":\"User\"},"
                        + "\"name\":{\"formatted\":\"Ana Arns\",\"familyName\":\"Arns\",\"givenName\":\"Ana\"},"
                        + "\"title\":null,\"addresses\":null,\"phoneNumbers\":null,\"roles\":[],\"" + ENTERPRISE
                        + "\":{\"department\":\"R&D\",\"manager\":\"m1\"}}");
        assertThat(created.status()).as(created.toString()).isEqualTo(201);

        Reply patched = scim.patch(
                "/Users/" + created.text("/id") + "?aadOptscim062020",
                "[{\"op\":\"Replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"anab@acme.test\"},"
                        + "{\"op\":\"Add\",\"path\":\"phoneNumbers[type eq \\\"mobile\\\"].value\",\"value\":\"+43\"},"
                        + "{\"op\":\"replace\",\"value\":{\"name.familyName\":\"Bauer\",\"" + ENTERPRISE
                        + ":employeeNumber\":\"7\"}},"
                        + "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}]");

        assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
        assertThat(patched.text("/emails/0/value")).isEqualTo("anab@acme.test");
        assertThat(patched.text("/phoneNumbers/0/type")).isEqualTo("mobile");
        assertThat(patched.text("/name/givenName")).isEqualTo("Ana");
        assertThat(patched.text("/name/familyName")).isEqualTo("Bauer");
        assertThat(patched.json().path(ENTERPRISE).path("employeeNumber").asText())
                .isEqualTo("7");
        assertThat(patched.json().path(ENTERPRISE).path("manager").path("value").asText())
                .isEqualTo("m1");
        assertThat(patched.json().at("/active").asBoolean(true)).isFalse();
        assertThat(scim.get("/Users?filter=emails[type eq \"work\"].value eq \"anab@acme.test\"&attributes=id")
                        .text("/Resources/0/id"))
                .isEqualTo(created.text("/id"));
        assertThat(scim.journal.last().notes()).isNotEmpty();
    }
}
