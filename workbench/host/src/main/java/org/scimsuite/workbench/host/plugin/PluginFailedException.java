package org.scimsuite.workbench.host.plugin;

/** The plugin cannot run; the message is one readable line. */
public final class PluginFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PluginFailedException(String message) {
        super(message);
    }

    public PluginFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
