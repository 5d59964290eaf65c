package org.scimsuite.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.corpus.AllTypes;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.workbench.conformance.Requirement;

/** RFC 7643 §7 {@code returned} × RFC 7644 §3.9 parameters, for attributes and for parts. */
class ReturnedMatrixTest {

    private static final ScimResource THING = new ResourceReader(AllTypes.THING, ReadOptions.DEFAULT).readStored("""
                    {"always": "x", "never": "x", "default": "x", "request": "x",
                     "complex": {"always": "x", "never": "x", "default": "x", "request": "x"}}
                    """);

    @ParameterizedTest
    @CsvSource({
        // returned, by default, named, another named, excluded
        "always,  true,  true,  true,  true",
        "default, true,  true,  false, false",
        "request, false, true,  false, false",
        "never,   false, false, false, false"
    })
    @Requirement({"C112", "C113", "C114", "C115"})
    void writeWhenAttributeIsReturnedSoThenParametersDecide(
            String name, boolean byDefault, boolean named, boolean otherNamed, boolean excluded) {
        assertThat(write("", "").has(name)).isEqualTo(byDefault);
        assertThat(write(name, "").has(name)).isEqualTo(named);
        assertThat(write("integer", "").has(name)).isEqualTo(otherNamed);
        assertThat(write("", name).has(name)).isEqualTo(excluded);
    }

    @ParameterizedTest
    @CsvSource({
        // returned, by default, named, parent named, another part named, excluded
        "always,  true,  true,  true,  true,  true",
        "default, true,  true,  true,  false, false",
        "request, false, true,  false, false, false",
        "never,   false, false, false, false, false"
    })
    @Requirement({"C112", "C113", "C114", "C115"})
    void writeWhenPartIsReturnedSoThenParametersDecide(
            String name, boolean byDefault, boolean named, boolean parent, boolean otherNamed, boolean excluded) {
        assertThat(write("", "").path("complex").has(name)).isEqualTo(byDefault);
        assertThat(write("complex." + name, "").path("complex").has(name)).isEqualTo(named);
        assertThat(write("complex", "").path("complex").has(name)).isEqualTo(parent);
        assertThat(write("complex.string", "").path("complex").has(name)).isEqualTo(otherNamed);
        assertThat(write("", "complex." + name).path("complex").has(name)).isEqualTo(excluded);
    }

    private static JsonNode write(String attributes, String excluded) {
        Projection projection = Projection.of(AllTypes.THING, Optional.of(attributes), Optional.of(excluded));
        return Corpus.parse(ResourceWriter.write(THING, projection));
    }
}
