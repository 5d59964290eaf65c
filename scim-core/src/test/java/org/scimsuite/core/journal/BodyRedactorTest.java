package org.scimsuite.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRedactorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":\"S3CRET\"}",
                "{\"PassWord\":{\"value\":\"S3CRET\"}}",
                "{\"urn:x:User\":{\"api_key\":[\"S3CRET\"]}}",
                "{\"Operations\":[{\"op\":\"replace\",\"path\":\"password\",\"value\":\"S3CRET\"}]}",
                "{\"Operations\":[{\"op\":\"replace\",\"value\":{\"password\":\"S3CRET\"}}]}",
                "{\"title\":\"scim_abcdefghS3CRET\"}",
                "{\"title\":\"sent as Bearer abcdefghS3CRET\"}",
                "{\"title\":\"eyJhbGciOiJI.eyJzdWIiOS3CRET.x\"}",
                "{\"password\":\"S3CRET\"",
                "password=S3CRET",
                "{\"a\":1} S3CRET {\"password\":",
            })
    void bodyWhenItHoldsASecretThenItIsMasked(String body) {
        assertThat(BodyRedactor.body(body.getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("S3CRET")
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There is no user with the id \"scim_abcdefghS3CRET\".",
                "/Users?filter=password eq \"S3CRET \\\" S3CRET\" and userName eq \"ana\"",
                "/Users?filter=urn:x:User:Password SW S3CRET",
            })
    void textWhenItHoldsASecretThenItIsMasked(String text) {
        assertThat(BodyRedactor.text(text)).doesNotContain("S3CRET").contains(BodyRedactor.MASK);
    }

    @Test
    void textWhenItCannotBeStoredThenItIsRepaired() {
        assertThat(BodyRedactor.text("a\0b\uD800c \uD83D\uDE00")).isEqualTo("a\uFFFDb\uFFFDc \uD83D\uDE00");
    }

    @Test
    void textWhenItSpeaksOfTokensThenItIsKept() {
        String text = "The token is not known. A password was sent; it was dropped.";

        assertThat(BodyRedactor.text(text)).isEqualTo(text);
    }

    @Test
    void bodyWhenThereIsNoSecretThenItIsKept() {
        String body = "{\"userName\":\"ana\",\"emails\":[{\"value\":\"ana@acme.test\",\"primary\":true}],\"n\":null}";

        assertThat(BodyRedactor.body(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(body);
        assertThat(BodyRedactor.body(new byte[0])).isEmpty();
    }

    @Test
    void bodyWhenItIsVeryLongThenItIsCut() {
        String body = "{\"title\":\"" + "x".repeat(100_000) + "\"}";

        assertThat(BodyRedactor.body(body.getBytes(StandardCharsets.UTF_8))).hasSizeLessThan(21_000);
    }

    @Test
    void bodyWhenItIsNestedVeryDeeplyThenItIsLeftOut() {
        assertThat(BodyRedactor.body("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .contains("not kept");
    }
}
