package org.scimsuite.atlassian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.conformance.Requirement;

class HtmlTest {

    @Test
    @Requirement("C482")
    void pageWhenTextsHoldMarkupThenAllOfThemAreEscaped() {
        String attack = "<script>alert('x')</script>&\"";
        String page = Html.page(
                attack,
                Html.body()
                        .heading(attack)
                        .paragraph(attack)
                        .warning(attack)
                        .list(List.of(attack))
                        .table(List.of(attack), List.of(List.of(attack))));

        assertThat(page)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;");
    }
}
