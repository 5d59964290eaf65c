package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.conformance.Requirement;

/** Lists, page by page. */
@OnEachHost
class ListTest extends AcceptanceCase {

    private static final int PEOPLE = 220;
    private static final String SEARCH =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"filter\":\"userName sw \\\"walker\\\"\"";

    @Test
    @Requirement({"C301", "C303", "C304", "C314", "C317", "C326"})
    void walkWhenByCursorThenEachOfAFewHundredPeopleOnce() {
        List<String> expected = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            String name = "walker%03d@acceptance.test".formatted(number);
            if (scim.find("userName eq \"" + name + "\"").at("/totalResults").equals("0")) {
                created(name);
            }
            expected.add(name);
        }

        assertThat(walk("/Users?count=50&cursor=")).doesNotHaveDuplicates().containsSubsequence(expected);
        assertThat(walk("/Users?filter=userName%20sw%20%22walker%22&count=50&cursor="))
                .isEqualTo(expected);
        assertThat(walk("/?filter=userName%20sw%20%22walker%22&sortBy=userName&count=50&cursor="))
                .isEqualTo(expected);
        Reply descending = scim.post(
                "/Users/.search", SEARCH + ",\"sortBy\":\"userName\",\"sortOrder\":\"descending\",\"count\":1}");
        assertThat(descending.at("/Resources/0/userName")).isEqualTo(expected.get(PEOPLE - 1));
        assertThat(descending.at("/totalResults")).isEqualTo(Integer.toString(PEOPLE));
    }

    @Test
    @Requirement({"C310", "C312"})
    void cursorWhenItIsNotOursOrUsedOtherwiseThenClearErrors() {
        scim.find("userName eq \"ana.existing\"");
        Reply first = scim.get("/Users?cursor=&count=1");

        assertScimError(scim.get("/Users?cursor=bm90IG91cnM"), 400, "invalidCursor");
        assertScimError(scim.get("/Users?count=2&cursor=" + first.at("/nextCursor")), 400, "invalidCount");
    }

    private List<String> walk(String target) {
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = scim.get(target + cursor);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json()
                    .at("/Resources")
                    .forEach(user -> names.add(user.at("/userName").asText()));
            cursor = page.at("/nextCursor");
        } while (!cursor.isEmpty());
        return names;
    }
}
