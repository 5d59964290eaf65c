package org.scimsuite.core.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.CoreSchemas;

/** What the fuzz targets share: seeds, a full user, and what must hold of every resource. */
final class Engine {

    static final ResourceReader READER = new ResourceReader(CoreSchemas.user(), ReadOptions.DEFAULT);

    static final ScimResource FULL_USER =
            READER.readStored(Corpus.read("rfc/user-full.json").toString());

    private Engine() {}

    /** The value, or empty when the input was refused as it must be: with a {@link ScimException} for the client. */
    static <T> Optional<T> accepted(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (ScimException e) {
            int status = e.error().status();
            if (status < 400 || status >= 500 || e.error().detail().isBlank()) {
                throw new AssertionError("A refusal that blames nobody or has no words: " + e.error(), e);
            }
            return Optional.empty();
        }
    }

    static void require(boolean holds, String law, Object seen) {
        if (!holds) {
            throw new AssertionError(law + ": " + seen);
        }
    }

    /** What is stored can be read again, and is the same then. */
    static void requireStorable(ScimResource resource) {
        String stored = ResourceWriter.writeStored(resource);
        String again = ResourceWriter.writeStored(READER.readStored(stored));
        require(stored.equals(again), "A stored resource must read back as it was", stored + " became " + again);
    }

    /** Every element of the data files that has the member, as bytes. */
    static Stream<byte[]> inputs(String member, JsonNode... lists) {
        return Stream.of(lists)
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .filter(each -> each.has(member))
                .map(each -> each.get(member))
                .map(value -> value.isTextual() ? value.textValue() : value.toString())
                .map(text -> text.getBytes(UTF_8));
    }
}
