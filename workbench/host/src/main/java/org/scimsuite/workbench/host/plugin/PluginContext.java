package org.scimsuite.workbench.host.plugin;

/** The plugin's Spring context, as far as the host needs it. */
public interface PluginContext extends AutoCloseable {

    /** Makes a new object of the class, its constructor autowired from the plugin's beans. */
    <T> T create(Class<T> type);

    @Override
    void close();
}
