package org.scimsuite.workbench.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cases that are data. Any object of such a file may have a member {@code requirements}, a list of identifiers; what follows
 * from it is said by the {@code title} or {@code filter} of the same object.
 */
final class DataFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEMBER = "requirements";

    private DataFiles() {}

    /** Every JSON file below a folder that names a requirement: the file relative to the folder, and what it shows. */
    static List<DataFile> below(Path folder) throws IOException {
        List<DataFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                List<Proof> proofs = new ArrayList<>();
                collect(JSON.readTree(file.toFile()), name, proofs);
                if (!proofs.isEmpty()) {
                    found.add(new DataFile(name, List.copyOf(proofs)));
                }
            }
        }
        return found;
    }

    private static void collect(JsonNode node, String file, List<Proof> proofs) {
        String title = Stream.of("title", "filter")
                .map(node::get)
                .flatMap(text -> Optional.ofNullable(text).stream())
                .filter(JsonNode::isTextual)
                .map(text -> ": " + text.asText())
                .findFirst()
                .orElse("");
        node.path(MEMBER).forEach(id -> proofs.add(new Proof(id.asText(), file + title)));
        node.forEach(child -> collect(child, file, proofs));
    }

    /**
     * @param name path below the folder it was found in, with slashes
     */
    record DataFile(String name, List<Proof> proofs) {}
}
