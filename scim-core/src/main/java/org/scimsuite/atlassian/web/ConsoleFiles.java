package org.scimsuite.atlassian.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a browser loads for the console: these files of the plugin jar and no others. Their addresses hold a hash of all of them, so
 * that a browser may keep them for ever.
 */
final class ConsoleFiles {

    /** The first one loads the others. */
    static final List<String> MODULES = List.of(
            "app.js",
            "api.js",
            "connections.js",
            "dom.js",
            "format.js",
            "forms.js",
            "home.js",
            "journal.js",
            "parts.js",
            "providers.js",
            "tokens.js");

    static final String STYLE = "console.css";

    /** Made from {@link #TEXTS}. */
    static final String TEXT_MODULE = "texts.js";

    private static final String FOLDER = "console/";
    private static final String TEXTS = FOLDER + "texts.properties";
    private static final int HASH_CHARACTERS = 16;

    private final Map<String, File> files = new LinkedHashMap<>();
    private final String version;

    /** A file as it is sent. */
    static final class File {
        private final String type;
        private final byte[] content;

        private File(String type, byte[] content) {
            this.type = type;
            this.content = content;
        }

        String type() {
            return type;
        }

        byte[] content() {
            return content.clone();
        }
    }

    private ConsoleFiles() {
        MODULES.forEach(name -> files.put(name, new File("text/javascript;charset=UTF-8", read(FOLDER + name))));
        files.put(TEXT_MODULE, new File("text/javascript;charset=UTF-8", textModule()));
        files.put(STYLE, new File("text/css;charset=UTF-8", read(FOLDER + STYLE)));
        version = hash();
    }

    /** @throws UncheckedIOException when the jar is not complete */
    static ConsoleFiles load() {
        return new ConsoleFiles();
    }

    /** Where the file is, below the path of the page. */
    String address(String name) {
        return version + "/" + name;
    }

    /** The file at an address; nothing but the exact one will do. */
    Optional<File> at(String address) {
        String folder = version + "/";
        return address.startsWith(folder)
                ? Optional.ofNullable(files.get(address.substring(folder.length())))
                : Optional.empty();
    }

    /** How much a browser loads, in bytes. */
    int weight() {
        return files.values().stream().mapToInt(file -> file.content.length).sum();
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(file -> digest.update(file.content));
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] textModule() {
        try {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(open(TEXTS), StandardCharsets.UTF_8));
            Map<String, String> sorted = new TreeMap<>();
            texts.stringPropertyNames().forEach(key -> sorted.put(key, texts.getProperty(key)));
            return ("export default " + new ObjectMapper().writeValueAsString(sorted) + ";\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of strings can always be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream file = open(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream file = ConsoleFiles.class.getResourceAsStream(name);
        if (file == null) {
            throw new IOException("The plugin jar has no " + name);
        }
        return file;
    }
}
