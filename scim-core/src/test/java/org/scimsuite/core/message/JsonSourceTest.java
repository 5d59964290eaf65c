package org.scimsuite.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSourceTest {

    private static final JsonSource SOURCE = new JsonSource(JsonLimits.DEFAULT);

    /** RFC 7644 §3.8. The parser guesses the encoding by the first bytes: UTF-32 with an impossible character, and none at all. */
    @ParameterizedTest
    @ValueSource(strings = {"7b0000000000007f", "0000cd0000000000"})
    void openWhenTheBodyIsNoTextThenIsInvalidSyntax(String hex) {
        byte[] body = HexFormat.of().parseHex(hex);

        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> SOURCE.open(body).tree())
                .withMessageContaining("not UTF-8")
                .satisfies(e -> assertThat(e.error().scimType()).contains(ScimType.INVALID_SYNTAX));
    }
}
