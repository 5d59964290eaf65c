package org.scimsuite.core.fuzz;

import static org.scimsuite.core.fuzz.Engine.accepted;
import static org.scimsuite.core.fuzz.Engine.require;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.dialect.Dialect;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.patch.PatchApplier;
import org.scimsuite.core.patch.PatchReader;
import org.scimsuite.core.patch.PatchResult;
import org.scimsuite.core.schema.CoreSchemas;

/** Any bytes as the body of a PATCH, applied to the full user of RFC 7643 §8.2. */
public final class PatchFuzz {

    static Stream<byte[]> seeds() {
        return Stream.of("patch/rfc.json", "patch/clients.json")
                .flatMap(file ->
                        StreamSupport.stream(Corpus.read(file).get("cases").spliterator(), false))
                .map(each -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    body.putArray("schemas").add(PatchReader.PATCH_OP_URI);
                    body.set("Operations", each.get("operations"));
                    return Corpus.bytes(body);
                });
    }

    private PatchFuzz() {}

    /** The name is what the fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] body) {
        accepted(() -> apply(body, Dialect.COMPATIBLE)).ifPresent(result -> {
            Engine.requireStorable(result.resource());
            require(
                    result.changed() != result.resource().equals(Engine.FULL_USER),
                    "A PATCH must say truly whether it changed something",
                    result.changed());
        });
        accepted(() -> apply(body, Dialect.STRICT));
    }

    private static PatchResult apply(byte[] body, Dialect dialect) {
        Notes notes = new Notes(dialect);
        return PatchApplier.apply(Engine.FULL_USER, PatchReader.read(body, CoreSchemas.user(), notes), notes);
    }
}
