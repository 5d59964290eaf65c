package org.scimsuite.workbench.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the exchange files, in a folder of classes as well as in a jar. */
final class ExchangeLibrary {

    private static final String FOLDER = "/exchanges";
    private static final String ENDING = ".json";

    /** Unknown and repeated members are refused, so that a slip of the pen in a data file does not weaken a test. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ExchangeLibrary() {}

    static Exchange load(String idp, String name) {
        try (InputStream file = ExchangeLibrary.class.getResourceAsStream(FOLDER + "/" + idp + "/" + name + ENDING)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no exchange " + idp + "/" + name + ".");
            }
            return parse(idp + "/" + name, JSON.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The exchange " + idp + "/" + name + " cannot be read.", e);
        }
    }

    static List<Exchange> all() {
        try {
            URI folder = ExchangeLibrary.class.getResource(FOLDER).toURI();
            if (!"jar".equals(folder.getScheme())) {
                return below(Path.of(folder));
            }
            String jar = folder.getSchemeSpecificPart();
            try (FileSystem files =
                    FileSystems.newFileSystem(Path.of(URI.create(jar.substring(0, jar.indexOf('!')))))) {
                return below(files.getPath(FOLDER));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The exchanges cannot be listed.", e);
        }
    }

    private static List<Exchange> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(file -> load(file.getParent().getFileName().toString(), nameOf(file)))
                    .toList();
        }
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** Reads one exchange; apart from {@link #load} so that tests can show what is refused. */
    static Exchange parse(String name, JsonNode json) throws IOException {
        ObjectNode named = ((ObjectNode) json).deepCopy();
        named.put("name", name);
        return JSON.treeToValue(named, Exchange.class);
    }
}
