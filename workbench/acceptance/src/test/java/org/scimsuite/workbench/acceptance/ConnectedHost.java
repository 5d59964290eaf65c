package org.scimsuite.workbench.acceptance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A running host with one connection to the writable directory; lives until all tests are done. */
final class ConnectedHost {

    /** Test classes run in several processes, each with hosts of its own. */
    private static final String FORK = System.getProperty("acceptance.fork");

    private static final Map<String, ConnectedHost> RUNNING = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.values().forEach(host -> host.process.close())));
    }

    private final HostProcess process;
    private final String connectionId;
    private final String token;

    private ConnectedHost(HostSetup setup, String name, List<String> options) {
        process = HostProcess.startWith(setup, name, options);
        connectionId = admin().createConnection("Acceptance", 1, "DEACTIVATE")
                .path("id")
                .asText();
        token = admin().issueToken(connectionId).path("token").asText();
    }

    /** Returns the host of that setup and purpose, started with these options by whoever asks first. */
    static ConnectedHost of(HostSetup setup, String purpose, List<String> options) {
        return RUNNING.computeIfAbsent(
                setup.slug() + "_" + purpose + "_" + FORK, name -> new ConnectedHost(setup, name, options));
    }

    HostProcess process() {
        return process;
    }

    String connectionId() {
        return connectionId;
    }

    String token() {
        return token;
    }

    /** Returns a client for the host as it runs now; a restart gives it another port. */
    AdminClient admin() {
        return new AdminClient(process.base());
    }

    /** Returns a client for the host as it runs now; a restart gives it another port. */
    ScimClient scim() {
        return new ScimClient(ScimClient.baseOf(process.base()), "Bearer " + token);
    }
}
