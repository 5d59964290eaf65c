package org.scimsuite.atlassian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.admin.AdminResult.FieldError;

class AdminParametersTest {

    @Test
    void readWhenParametersAreRightThenTheirValues() {
        assertThat(AdminParameters.number("version", "3")).isEqualTo(3);
        assertThat(AdminParameters.optionalNumber("version", null)).isEmpty();
        assertThat(AdminParameters.limit(null, 20)).isEqualTo(20);
        assertThat(AdminParameters.limit("99999999999", 20)).isEqualTo(Integer.MAX_VALUE);
        assertThat(AdminParameters.flag("signed", "true")).isTrue();
        assertThat(AdminParameters.flag("signed", null)).isFalse();
        assertThat(AdminParameters.required("person", "ana")).isEqualTo("ana");
        assertThat(AdminParameters.given(" ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1.5", "99999999999999999999"})
    void numberWhenNoneThenRefusedByItsName(String text) {
        AdminRefusal refusal = catchThrowableOfType(AdminRefusal.class, () -> AdminParameters.number("version", text));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.errors()).extracting(FieldError::message).allMatch(message -> message.contains("version"));
    }

    @Test
    void flagWhenNeitherTrueNorFalseThenRefused() {
        AdminRefusal refusal = catchThrowableOfType(AdminRefusal.class, () -> AdminParameters.flag("signed", "yes"));

        assertThat(refusal.status()).isEqualTo(400);
    }
}
