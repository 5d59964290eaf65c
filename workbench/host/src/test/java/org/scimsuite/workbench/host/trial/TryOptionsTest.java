package org.scimsuite.workbench.host.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.host.product.Product;

class TryOptionsTest {

    private static final String PLUGINS = "--plugins=scim-PRODUCT/scim-PRODUCT-p8.jar";

    @Test
    void parseWhenNothingIsAskedForThenAllProductsWhereTheSdkHasThem() {
        TryOptions options = TryOptions.parse(List.of(PLUGINS, "--data=d", "--port=sdk", "--products=all"));

        assertThat(options.products()).containsExactly(Product.values());
        assertThat(options.products()).extracting(options::port).containsExactly(2990, 1990, 7990, 4990);
        assertThat(options.host(Product.CROWD))
                .contains("--product=crowd", "--port=4990", "--plugin=scim-crowd/scim-crowd-p8.jar", "--data=d/crowd");
    }

    @Test
    void parseWhenSomeProductsAreNamedThenTheseOnceEachInThatOrder() {
        TryOptions options = TryOptions.parse(List.of(PLUGINS, "--products=crowd, jira,crowd", "--port=3000"));

        assertThat(options.products()).containsExactly(Product.CROWD, Product.JIRA);
        assertThat(options.products()).extracting(options::port).containsExactly(3000, 3001);
    }

    @Test
    void dataWhenADayIsPlayedThenApartFromWhatIsKept() {
        TryOptions options = TryOptions.parse(List.of(PLUGINS, "--data=d", "--replay=okta"));

        assertThat(options.data(Product.JIRA)).isEqualTo(Path.of("d", "replay-okta", "jira"));
    }

    @Test
    void parseWhenThereIsASlipOfThePenThenRefusedWithTheChoices() {
        assertThatThrownBy(() -> TryOptions.parse(List.of("--products=jira,bamboo")))
                .hasMessageContaining("bamboo")
                .hasMessageContaining("confluence");
        assertThatThrownBy(() -> TryOptions.parse(List.of("--products="))).hasMessageContaining("confluence");
        assertThatThrownBy(() -> TryOptions.parse(List.of("--port=http"))).hasMessageContaining("http");
        assertThatThrownBy(() -> TryOptions.parse(List.of("--replay=../okta"))).hasMessageContaining("okta or entra");
    }
}
