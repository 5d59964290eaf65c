package org.scimsuite.workbench.host.plugin;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.osgi.framework.Bundle;

/** The plugin's texts for people. */
public final class PluginTexts {

    private PluginTexts() {}

    /** The texts of the plugin's i18n resources in their base language, by key. */
    public static Map<String, String> english(Bundle bundle, PluginDescriptor descriptor) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String location : descriptor.i18n()) {
            URL entry = bundle.getEntry(location.replace('.', '/') + ".properties");
            if (entry == null) {
                throw new PluginFailedException("The i18n resource " + location + " is not in the plugin");
            }
            Properties properties = new Properties();
            try (InputStreamReader reader = new InputStreamReader(entry.openStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        }
        return texts;
    }
}
