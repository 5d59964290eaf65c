package org.scimsuite.core.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.scimsuite.core.fuzz.Engine.accepted;
import static org.scimsuite.core.fuzz.Engine.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.dialect.Dialect;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.journal.BodyRedactor;
import org.scimsuite.core.message.JsonInput;
import org.scimsuite.core.message.JsonLimits;
import org.scimsuite.core.message.JsonSource;

/** Any bytes as JSON, as the body of a POST and of a PUT, and on their way into the journal. */
public final class JsonFuzz {

    private static final JsonSource SOURCE = new JsonSource(JsonLimits.DEFAULT);

    static Stream<byte[]> seeds() {
        return Stream.concat(
                inputs("body", Corpus.read("read/create.json")),
                Stream.of("rfc/user-full.json", "rfc/user-enterprise.json")
                        .map(Corpus::read)
                        .map(Corpus::bytes));
    }

    private JsonFuzz() {}

    /** The name is what the fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] body) {
        accepted(() -> tree(body));
        accepted(() -> Engine.READER.readForCreate(body, new Notes())).ifPresent(Engine::requireStorable);
        accepted(() -> Engine.READER.readForCreate(body, new Notes(Dialect.STRICT)));
        accepted(() -> Engine.READER.readForReplace(body, Engine.FULL_USER, new Notes()))
                .ifPresent(Engine::requireStorable);
        BodyRedactor.body(body);
        BodyRedactor.text(new String(body, UTF_8));
    }

    private static JsonNode tree(byte[] body) {
        JsonInput json = SOURCE.open(body);
        JsonNode tree = json.tree();
        json.end();
        return tree;
    }
}
