package org.scimsuite.core.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.scimsuite.core.fuzz.Engine.accepted;
import static org.scimsuite.core.fuzz.Engine.inputs;
import static org.scimsuite.core.fuzz.Engine.require;

import java.util.stream.Stream;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.dialect.Dialect;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.filter.Filter;
import org.scimsuite.core.filter.FilterParser;
import org.scimsuite.core.schema.CoreSchemas;

/** Any text as a filter: parsed, printed, bound to the user schema and evaluated. */
public final class FilterFuzz {

    static Stream<byte[]> seeds() {
        return Stream.of(
                        inputs("source", Corpus.read("filter/parse.json")),
                        inputs("filter", Corpus.read("filter/evaluate.json").get("cases")),
                        inputs("filter", Corpus.read("filter/required-text.json")))
                .flatMap(each -> each);
    }

    private FilterFuzz() {}

    /** The name is what the fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] text) {
        String source = new String(text, UTF_8);
        accepted(() -> FilterParser.parse(source)).ifPresent(filter -> {
            Filter printed = FilterParser.parse(filter.toString(), new Notes(Dialect.STRICT));
            require(printed.equals(filter), "A printed filter must parse to the same", filter);
            accepted(() -> BoundFilter.bind(filter, CoreSchemas.user()))
                    .ifPresent(bound -> bound.matches(Engine.FULL_USER));
        });
    }
}
