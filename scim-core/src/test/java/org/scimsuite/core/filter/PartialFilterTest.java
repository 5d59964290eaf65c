package org.scimsuite.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.corpus.AllTypes;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.workbench.conformance.Requirement;

/** What is left of a filter for a type that lacks some of its attributes: here those of things. */
class PartialFilterTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName eq \"a\"                                 | userName eq \"a\"",
                "decimal gt 1                                      | false",
                "decimal eq 1                                      | false",
                "decimal ne 1                                      | true",
                "decimal eq null                                   | true",
                "decimal ne null                                   | false",
                "decimal pr                                        | false",
                "complexList[string eq \"a\"]                      | false",
                "not (decimal pr)                                  | true",
                "decimal pr or userName pr                         | userName pr",
                "userName pr or decimal pr                         | userName pr",
                "decimal pr and userName pr                        | false",
                "not (decimal pr) and userName pr                  | userName pr",
                "userName pr or not (decimal pr)                   | true",
                "not (userName pr)                                 | not (userName pr)",
                "meta.resourceType eq \"User\"                     | true",
                "meta.resourceType eq \"user\"                     | false",
                "meta.resourceType ne \"User\"                     | false",
                "meta.resourceType ne \"Thing\"                    | true",
                "META.RESOURCETYPE eq \"Thing\" or title pr        | title pr",
                "meta.resourceType sw \"U\"                        | meta.resourceType sw \"U\"",
                "schemas eq \"urn:x\" and decimal ne 1             | schemas eq \"urn:x\"",
                "title pr and active eq true                       | title pr and active eq true",
            })
    @Requirement("C229")
    void ofWhenTheTypeLacksAttributesThenTheyHaveNoValue(String filter, String left) {
        PartialFilter partial = PartialFilter.of(FilterParser.parse(filter), CoreSchemas.user());

        String text = partial instanceof PartialFilter.Constant constant
                ? Boolean.toString(constant.value())
                : ((PartialFilter.Open) partial).filter().toString();
        assertThat(text).isEqualTo(left);
    }

    @Test
    @Requirement("C269")
    void checkAttributesWhenNoTypeHasOneThenInvalidFilter() {
        Filter known = FilterParser.parse("not (decimal pr) or (userName pr and schemas pr)");
        Filter unknown = FilterParser.parse("not (decimal pr) or (userName pr and nope[value pr])");
        var types = List.of(CoreSchemas.user(), AllTypes.THING);

        PartialFilter.checkAttributes(known, types);
        assertThatThrownBy(() -> PartialFilter.checkAttributes(unknown, types))
                .isInstanceOfSatisfying(
                        ScimException.class,
                        error -> assertThat(error.error().scimType()).contains(ScimType.INVALID_FILTER));
    }
}
