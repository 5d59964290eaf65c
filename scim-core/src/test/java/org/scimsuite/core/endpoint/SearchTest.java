package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** Sorting, paging by index, and searching by POST and at the root (RFC 7644 §3.4.2, §3.4.3). */
class SearchTest {

    private static final String SEARCH = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final TestServer scim = new TestServer();

    @BeforeEach
    void createPeople() {
        scim.create(
                "ana",
                ",\"title\":\"beta\",\"externalId\":\"b\",\"name\":{\"familyName\":\"Zorn\"},\"emails\":["
                        + "{\"value\":\"z@x.test\",\"type\":\"home\"},{\"value\":\"b@x.test\",\"primary\":true,\"type\":\"work\"}]");
        scim.create(
                "bo",
                ",\"title\":\"Alpha\",\"externalId\":\"C\",\"name\":{\"familyName\":\"adler\"},\"active\":false,\"emails\":["
                        + "{\"value\":\"C@x.test\",\"type\":\"work\"},{\"value\":\"a@x.test\",\"type\":\"home\"}]");
        scim.create(
                "cy",
                ",\"externalId\":\"a\",\"emails\":[{\"value\":\"a@x.test\"}],\"" + ENTERPRISE
                        + "\":{\"department\":\"Sales\"}");
        scim.create("di", ",\"title\":\"alpha\",\"name\":{\"familyName\":\"Zorn\"}");
    }

    @ParameterizedTest(name = "{index} {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sortBy=userName                                           | ana bo cy di",
                "sortBy=userName&sortOrder=descending                      | di cy bo ana",
                "sortBy=USERNAME&sortOrder=Descending                      | di cy bo ana",
                "sortBy=title                                              | bo di ana cy",
                "sortBy=title&sortOrder=descending                         | cy ana bo di",
                "sortBy=externalId                                         | bo cy ana di",
                "sortBy=externalId&sortOrder=descending                    | di ana cy bo",
                "sortBy=active                                             | bo ana cy di",
                "sortBy=name.familyName                                    | bo ana di cy",
                "sortBy=name.familyName&sortOrder=descending               | cy ana di bo",
                "sortBy=emails                                             | cy ana bo di",
                "sortBy=emails.value                                       | cy ana bo di",
                "sortBy=emails.type                                        | ana bo cy di",
                "sortBy=urn:ietf:params:scim:schemas:core:2.0:User:title   | bo di ana cy",
                "sortBy=ENTERPRISE:department                              | cy ana bo di",
                "sortBy=meta.lastModified&sortOrder=descending             | ana bo cy di",
                "sortBy=title&startIndex=2&count=2                         | di ana",
                "sortBy=title&startIndex=4&count=5                         | cy",
                "sortBy=title&startIndex=5&count=5                         | ''",
                "sortBy=title&filter=title eq \"alpha\"                    | bo di",
                "sortOrder=descending                                      | ana bo cy di",
                "sortBy=&sortOrder=                                        | ana bo cy di",
            })
    @Requirement({"C277", "C278", "C279", "C280", "C281", "C282", "C283", "C284", "C285", "C287"})
    void sortWhenAskedThenInTheOrderOfTheSchema(String search, String names) {
        Reply found = scim.get("/Users?" + search.replace("ENTERPRISE", ENTERPRISE));

        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(String.join(" ", names(found))).isEqualTo(names);
        assertThat(found.json().at("/totalResults").asInt()).isEqualTo(search.contains("filter") ? 2 : 4);
    }

    @Test
    @Requirement("C281")
    void sortWhenByDateThenByInstant() {
        scim.clock.advance(Duration.ofHours(1));
        scim.patch(
                "/Users/" + scim.get("/Users?filter=userName eq \"bo\"").text("/Resources/0/id"),
                "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"x\"}]");

        assertThat(names(scim.get("/Users?sortBy=meta.lastModified"))).containsExactly("ana", "cy", "di", "bo");
    }

    @ParameterizedTest(name = "{index} {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "startIndex=1&count=3           | 1 | ana bo cy",
                "startIndex=3&count=3           | 3 | cy di",
                "startIndex=0&count=1           | 1 | ana",
                "startIndex=-5&count=1          | 1 | ana",
                "startIndex=4                   | 4 | di",
                "startIndex=5                   | 5 | ''",
                "startIndex=99999999999999999   | 2147483647 | ''",
                "count=0                        | 1 | ''",
                "count=-1                       | 1 | ''",
                "count=99999999999999999        | 1 | ana bo cy di",
                "startIndex=2&count=2147483647  | 2 | bo cy di",
                "''                             | 1 | ana bo cy di",
            })
    @Requirement({
        "C223", "C224", "C225", "C227", "C288", "C289", "C290", "C291", "C292", "C293", "C294", "C295", "C296", "C299",
        "C300"
    })
    void pageWhenByIndexThenWithinWhatThereIs(String page, int startIndex, String names) {
        for (String search : List.of("", "&filter=userName pr", "&sortBy=userName")) {
            Reply found = scim.get("/Users?" + page + search);

            assertThat(String.join(" ", names(found))).isEqualTo(names);
            assertThat(found.text("/schemas/0")).isEqualTo("urn:ietf:params:scim:api:messages:2.0:ListResponse");
            assertThat(found.json().at("/totalResults").isInt()).isTrue();
            assertThat(found.json().at("/totalResults").asInt()).isEqualTo(4);
            assertThat(found.json().at("/startIndex").asInt()).isEqualTo(startIndex);
            assertThat(found.json().at("/itemsPerPage").asInt())
                    .isEqualTo(names(found).size());
            assertThat(found.json().at("/Resources").isArray()).isTrue();
        }
    }

    @Test
    @Requirement("C298")
    void walkWhenByIndexThenEveryUserOnce() {
        for (String search : List.of("", "&filter=userName pr", "&sortBy=title&sortOrder=descending")) {
            List<String> walked = new ArrayList<>();
            for (int startIndex = 1; startIndex <= 4; startIndex++) {
                walked.addAll(names(scim.get("/Users?count=1&startIndex=" + startIndex + search)));
            }
            assertThat(walked).isEqualTo(names(scim.get("/Users?" + search))).hasSize(4);
        }
    }

    @Test
    @Requirement({"C226", "C228"})
    void listWhenNothingMatchesThenEmptyAndWhatMatchesIsShownAsByItsId() {
        Reply none = scim.get("/Users?filter=userName eq \"nobody\"");
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.json().at("/totalResults").asInt()).isZero();

        for (String search :
                List.of("filter=title eq \"beta\"", "count=1", "sortBy=userName&count=1", "cursor&count=1")) {
            Reply found = scim.get("/Users?" + search);
            assertThat(found.json().at("/Resources/0"))
                    .isEqualTo(
                            scim.get("/Users/" + found.text("/Resources/0/id")).json());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"filter\":\"title pr\",\"sortBy\":\"title\",\"sortOrder\":\"descending\",\"startIndex\":2,\"count\":1}",
                "{\"count\":0}",
                "{\"COUNT\":3.0,\"startIndex\":null,\"unknown\":{}}",
                "{\"attributes\":[\"userName\",\"emails.value\"]}",
                "{\"excludedAttributes\":[\"emails\",\"name.familyName\"],\"sortBy\":\" \"}",
            })
    @Requirement({"C221", "C325", "C327", "C328", "C329", "C330", "C479"})
    void searchByPostWhenAskedThenAsByGet(String members) throws JsonProcessingException {
        List<String> query = new ArrayList<>();
        new ObjectMapper().readTree(members).properties().forEach(member -> {
            List<String> values = new ArrayList<>();
            member.getValue().forEach(value -> values.add(value.asText()));
            String text = member.getValue().isArray()
                    ? String.join(",", values)
                    : member.getValue().asText();
            if (!member.getValue().isNull() && !member.getValue().isObject()) {
                query.add(member.getKey() + "=" + text.replace("3.0", "3"));
            }
        });
        int records = scim.records.all().size();
        int entries = scim.journal.all().size();

        Reply found = scim.post("/Users/.search", SEARCH + "," + members.substring(1));

        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(found.header("Location")).isEmpty();
        assertThat(found.json())
                .isEqualTo(scim.get("/Users?" + String.join("&", query)).json());
        assertThat(scim.records.all()).hasSize(records);
        assertThat(scim.journal.all()).as("reads are not journaled").hasSize(entries);
    }

    @ParameterizedTest(name = "{index} {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                              | ana bo cy di",
                "filter=meta.resourceType eq \"User\"                            | ana bo cy di",
                "filter=meta.resourceType eq \"User\" and userName sw \"b\"      | bo",
                "filter=meta.resourceType eq \"Machine\"                         | ''",
                "filter=meta.resourceType ne \"User\" or userName eq \"CY\"      | cy",
                "filter=not (meta.resourceType eq \"Machine\") and title pr&count=2 | ana bo",
                "sortBy=title&count=2                                            | bo di",
            })
    @Requirement({"C230", "C326"})
    void searchWhenAtTheRootThenOverAllTypes(String search, String names) {
        assertThat(String.join(" ", users(scim.get("/?" + search)))).isEqualTo(names);
        assertThat(String.join(" ", users(scim.get("/v2?" + search)))).isEqualTo(names);
        String members = Arrays.stream(search.split("&", -1))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.split("=", 2))
                .map(pair -> ",\"" + pair[0] + "\":"
                        + (pair[0].equals("count") ? pair[1] : "\"" + pair[1].replace("\"", "\\\"") + "\""))
                .reduce("", String::concat);
        assertThat(String.join(" ", users(scim.post("/.search", SEARCH + members + "}"))))
                .isEqualTo(names);
    }

    @Test
    @Requirement({"C208", "C209", "C221", "C222"})
    void answersWhenAttributesAreNamedThenEveryMethodShowsThemAndWhereTheResourceIs() {
        String id = scim.get("/Users?filter=userName eq \"bo\"").text("/Resources/0/id");
        String body = TestServer.user("bo", ",\"title\":\"Boss\"");

        for (Reply reply : List.of(
                scim.get("/Users/" + id + "?attributes=title"),
                scim.put("/Users/" + id + "?attributes=title", body),
                scim.patch(
                        "/Users/" + id + "?attributes=title",
                        "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Chief\"}]"),
                scim.post("/Users?attributes=title", body.replace("\"bo\"", "\"ed\"")))) {
            List<String> members = new ArrayList<>();
            reply.json().fieldNames().forEachRemaining(members::add);
            assertThat(members).containsExactly("schemas", "id", "title");
            assertThat(reply.header("Location")).isEqualTo(TestServer.BASE + "/Users/" + reply.text("/id"));
            assertThat(reply.header("ETag")).isNotEmpty();
        }
    }

    @Test
    @Requirement({"C456", "C459"})
    void meWhenAskedThenNotImplementedWhateverIsWanted() {
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE", "POST")) {
            Reply reply = scim.send(method, "/Me", "{}", Map.of());
            assertThat(reply.status()).isEqualTo(501);
            assertThat(reply.text("/detail")).contains("token");
        }
        assertThat(scim.get("/Users").json().at("/totalResults").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Schemas", "/ResourceTypes"})
    @Requirement({"C192", "C193", "C194"})
    void discoveryWhenListParametersAreSentThenPassedOverAndOnlyAFilterIsRefused(String list) {
        assertThat(scim.get(list + "?count=1&startIndex=2&cursor&sortBy=id&attributes=id")
                        .json())
                .isEqualTo(scim.get(list).json());
        assertThat(scim.get(list + "?filter=id pr").status()).isEqualTo(403);
        assertThat(scim.get("/ServiceProviderConfig?count=0&attributes=patch").json())
                .isEqualTo(scim.get("/ServiceProviderConfig").json());
    }

    private static List<String> names(Reply page) {
        return page.userNames();
    }

    private static List<String> users(Reply page) {
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        List<String> names = new ArrayList<>();
        page.json().at("/Resources").forEach(resource -> {
            if (resource.at("/meta/resourceType").asText().equals("User")) {
                names.add(resource.at("/userName").asText());
            }
        });
        return names;
    }
}
