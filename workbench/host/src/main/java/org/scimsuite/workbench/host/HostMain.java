package org.scimsuite.workbench.host;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.scimsuite.workbench.host.HostOptions.ParentDeath;
import org.scimsuite.workbench.host.plugin.PluginFailedException;

/**
 * Starts a stand-in host and runs it until the process is told to end. Exit codes: 143 after a clean stop by SIGTERM, 2 for wrong
 * arguments, 3 when the plugin does not start.
 */
public final class HostMain {

    /** Begins the line that gives the base URL of a host that serves. */
    public static final String READY = "HOST READY ";

    private static final int WRONG_ARGUMENTS = 2;
    private static final int PLUGIN_FAILED = 3;

    private HostMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        HostOptions options;
        try {
            options = HostOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_ARGUMENTS);
            return;
        }
        endWithParent(options.parentDeath());
        try {
            StandInHost host = StandInHost.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stand-in-shutdown"));
            System.out.println(READY + host.base());
        } catch (PluginFailedException e) {
            System.err.println("The plugin does not start: "
                    + e.getMessage().lines().findFirst().orElse(""));
            System.exit(PLUGIN_FAILED);
        }
        new CountDownLatch(1).await();
    }

    /** Lets this process end, cleanly, when the one that started it is gone. */
    public static void endWithParent(ParentDeath parentDeath) {
        if (parentDeath == ParentDeath.EXITS) {
            ProcessHandle.current().parent().ifPresent(HostMain::endWith);
        }
    }

    private static void endWith(ProcessHandle parent) {
        Thread watch = new Thread(
                () -> {
                    parent.onExit().join();
                    System.exit(0);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
