package org.scimsuite.core.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.scimsuite.core.fuzz.Engine.accepted;
import static org.scimsuite.core.fuzz.Engine.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.dialect.Dialect;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.filter.FilterParser;
import org.scimsuite.core.filter.PathExpression;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.schema.CoreSchemas;

/** Any text as the path of a PATCH operation, and as the attributes that a request asks for. */
public final class PathFuzz {

    static Stream<byte[]> seeds() {
        return Stream.of("patch/rfc.json", "patch/clients.json")
                .flatMap(file -> each(Corpus.read(file).get("cases")))
                .flatMap(each -> Engine.inputs("path", each.path("operations")));
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private PathFuzz() {}

    /** The name is what the fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] text) {
        String source = new String(text, UTF_8);
        accepted(() -> FilterParser.parsePath(source, new Notes())).ifPresent(path -> {
            PathExpression printed = FilterParser.parsePath(path.toString(), new Notes(Dialect.STRICT));
            require(printed.equals(path), "A printed path must parse to the same", path);
        });
        accepted(() -> Projection.of(CoreSchemas.user(), Optional.of(source), Optional.empty()))
                .ifPresent(shown -> ResourceWriter.write(Engine.FULL_USER, shown));
        accepted(() -> Projection.of(CoreSchemas.user(), Optional.empty(), Optional.of(source)))
                .ifPresent(shown -> ResourceWriter.write(Engine.FULL_USER, shown));
    }
}
