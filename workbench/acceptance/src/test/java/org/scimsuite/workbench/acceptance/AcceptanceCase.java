package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.scimsuite.workbench.replay.Person;

/** What every acceptance test has: a running host, its admin and a SCIM client. Knows no product and no generation. */
abstract class AcceptanceCase {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    @Parameter
    HostSetup setup;

    ConnectedHost host;
    AdminClient admin;
    ScimClient scim;

    @BeforeEach
    void enter() {
        Optional<String> missing = setup.database().missing();
        // the reports have the reason at each test; the build's own output says it once
        missing.filter(SAID::add).ifPresent(reason -> System.out.println("Skipped. " + reason));
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        host = ConnectedHost.of(setup, purpose(), options());
        connect();
    }

    /** Returns what the host is for: tests that stop it must not share it with those that do not. */
    String purpose() {
        return "shared";
    }

    /** Returns options of the host beside those of the setup; whoever wants some has a purpose of its own. */
    List<String> options() {
        return List.of();
    }

    /** Takes up contact, again after a restart. */
    final void connect() {
        admin = host.admin();
        scim = host.scim();
    }

    /** Returns a user name that no other test uses. */
    static String someone() {
        return "someone" + NAMES.incrementAndGet() + "@acceptance.test";
    }

    /** Creates a user over SCIM and returns the id. */
    String created(String userName) {
        Reply reply = scim.create(userName);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.at("/id");
    }

    Person person(String userName) {
        return admin.person(userName).orElseThrow(() -> new AssertionError(userName + " is not in the directory."));
    }

    /** Asserts that the answer is a SCIM error (RFC 7644 §3.12) a person can read and that gives nothing away. */
    void assertScimError(Reply reply, int status, String scimType) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/scim+json");
        assertThat(reply.at("/schemas/0")).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(reply.at("/status")).isEqualTo(String.valueOf(status));
        assertThat(reply.at("/scimType")).isEqualTo(scimType);
        assertThat(reply.at("/detail")).contains(" ").hasSizeGreaterThan(20);
        assertGivesNothingAway(reply.text());
    }

    /** Asserts that a text holds no stack trace, no class name, no SQL and no token. */
    void assertGivesNothingAway(String text) {
        assertThat(text)
                .doesNotContain(
                        "\tat ", "Exception", "org.scimsuite", "com.atlassian", "java.", "jackson", "SQL", "scim_")
                .doesNotContain(host.token());
    }
}
