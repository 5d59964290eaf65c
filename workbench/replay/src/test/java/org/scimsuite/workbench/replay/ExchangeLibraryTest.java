package org.scimsuite.workbench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeLibraryTest {

    @Test
    void allWhenAskedThenEveryFileIsReadAndNamesItsSource() {
        List<Exchange> all = Exchange.all();

        assertThat(all).extracting(Exchange::name).contains("okta/day-at-acme", "entra/day-at-acme");
        assertThat(all).allSatisfy(exchange -> {
            assertThat(exchange.source()).isNotBlank();
            assertThat(exchange.title()).isNotBlank();
            assertThat(exchange.certainty()).isNotEmpty();
            assertThat(exchange.name()).startsWith(exchange.idp() + "/");
            assertThat(exchange.steps())
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(step.expect().status()).isBetween(200, 599));
        });
    }

    @Test
    void loadWhenThereIsNoSuchExchangeThenItsNameIsSaid() {
        assertThatThrownBy(() -> Exchange.load("okta", "no-such-day"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("okta/no-such-day");
    }

    @Test
    void parseWhenAMemberIsMisspeltThenItIsRefused() throws IOException {
        var json = new ObjectMapper().readTree("""
                        {"title": "t", "idp": "okta", "source": "s", "steps": [
                          {"title": "one", "request": {"method": "GET", "path": "/Users"}, "expects": {"status": 200}}
                        ]}
                        """);

        assertThatThrownBy(() -> ExchangeLibrary.parse("okta/t", json))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("expects");
    }
}
