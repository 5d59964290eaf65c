package org.scimsuite.workbench.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.host.HostOptions.ForeignBearer;
import org.scimsuite.workbench.host.HostOptions.LoginRedirect;
import org.scimsuite.workbench.host.HostOptions.Nodes;

class HostOptionsTest {

    @Test
    void onlyPluginAndDataAreNeeded() {
        HostOptions options = HostOptions.parse(List.of("--plugin=p.jar", "--data=d"));
        assertThat(options.port()).isEqualTo(2990);
        assertThat(options.context()).isEqualTo("/jira");
        assertThat(options.jdbc()).isEmpty();
        assertThat(options.foreignBearer()).isEqualTo(ForeignBearer.IGNORE);
        assertThat(options.loginRedirect()).isEqualTo(LoginRedirect.ON);
        assertThat(options.nodes()).isEqualTo(Nodes.ONE);
        assertThatThrownBy(() -> HostOptions.parse(List.of("--data=d"))).hasMessageContaining("--plugin");
    }

    @Test
    void slipOfThePenIsRefusedByName() {
        assertThatThrownBy(() -> HostOptions.parse(List.of("--plugni=p.jar"))).hasMessageContaining("plugni");
        assertThatThrownBy(() -> HostOptions.parse(List.of("--plugin=p", "--data=d", "--foreign-bearer=sometimes")))
                .hasMessageContaining("sometimes");
    }
}
