package org.scimsuite.atlassian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.admin.AdminResult.FieldError;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.DeletePolicy;

class AdminInputTest {

    @Test
    void readWhenFieldsAreRightThenTheirValues() {
        AdminInput input = AdminInput.of("{\"name\":\"Okta\",\"directoryId\":1,\"mode\":\"PAUSED\",\"days\":null}");

        assertThat(input.text("name")).isEqualTo("Okta");
        assertThat(input.number("directoryId")).isEqualTo(1);
        assertThat(input.word("mode", ConnectionMode.LIVE)).isEqualTo(ConnectionMode.PAUSED);
        assertThat(input.word("deletePolicy", DeletePolicy.DEACTIVATE)).isEqualTo(DeletePolicy.DEACTIVATE);
        assertThat(input.optionalNumber("days")).isEmpty();
        input.finish();
    }

    @Test
    void finishWhenFieldsAreWrongThenEachIsNamedAtOnce() {
        AdminInput input = AdminInput.of("{\"name\":1,\"directoryId\":\"1\",\"mode\":\"live\",\"days\":1.5}");
        input.text("name");
        input.number("directoryId");
        input.word("mode", ConnectionMode.LIVE);
        input.optionalNumber("days");

        AdminRefusal refusal = catchThrowableOfType(AdminRefusal.class, input::finish);

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly("name", "directoryId", "mode", "days");
    }

    @Test
    void wordsWhenAListOfNamesThenThoseAndNoneWhenLeftOut() {
        AdminInput input = AdminInput.of("{\"modes\":[\"PAUSED\",\"LIVE\"],\"none\":[]}");

        assertThat(input.words("modes", ConnectionMode.class))
                .containsExactlyInAnyOrder(ConnectionMode.LIVE, ConnectionMode.PAUSED);
        assertThat(input.words("none", ConnectionMode.class)).isEmpty();
        assertThat(input.words("absent", ConnectionMode.class)).isEmpty();
        input.finish();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"LIVE\"", "null", "[\"live\"]", "[\"LIVE\",1]", "[\"LIVE\",\"LIVE\"]", "{\"a\":\"LIVE\"}"})
    void wordsWhenNotAListOfNamesThenTheFieldIsNamed(String list) {
        AdminInput input = AdminInput.of("{\"modes\":" + list + "}");
        input.words("modes", ConnectionMode.class);

        AdminRefusal refusal = catchThrowableOfType(AdminRefusal.class, input::finish);

        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("modes");
    }

    @Test
    void requireWhenAFieldIsLeftOutThenItIsNamed() {
        AdminInput input = AdminInput.of("{\"mode\":\"PAUSED\"}");
        input.require("deletePolicy", "mode");

        AdminRefusal refusal = catchThrowableOfType(AdminRefusal.class, input::finish);

        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("deletePolicy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{", "{} {}", "{\"a\":1,\"a\":2}", "null"})
    void ofWhenNotOneJsonObjectThenRefused(String body) {
        AdminRefusal refusal = catchThrowableOfType(AdminRefusal.class, () -> AdminInput.of(body));

        assertThat(refusal.status()).isEqualTo(400);
    }

    @Test
    void ofWhenNestedDeeperThanAReaderGoesThenRefused() {
        AdminRefusal refusal = catchThrowableOfType(AdminRefusal.class, () -> AdminInput.of("[".repeat(5000)));

        assertThat(refusal.status()).isEqualTo(400);
    }
}
