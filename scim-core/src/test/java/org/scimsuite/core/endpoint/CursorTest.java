package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.ConnectionDraft;
import org.scimsuite.core.connection.AuthenticationResult.Admitted;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.connection.TokenScope;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** Paging by cursor (RFC 9865). */
class CursorTest {

    private static final int PEOPLE = 23;

    private final TestServer scim = new TestServer();

    @BeforeEach
    void letPeopleBeThere() {
        for (int number = 0; number < PEOPLE; number++) {
            local("user%02d".formatted(number));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&filter=active eq true",
                "&sortBy=displayName",
                "&sortBy=emails&sortOrder=descending",
                "&filter=userName sw \"user\"&sortBy=meta.created",
                "&sortBy=title",
            })
    @Requirement({"C301", "C302", "C303", "C304", "C305", "C308", "C309", "C314", "C324"})
    void walkWhenNothingChangesThenEveryUserOnceAndTheLastPageHasNoCursor(String search) {
        List<String> byIndex = names(scim.get("/Users?count=1000" + search));
        List<String> walked = new ArrayList<>();
        String cursor = "";
        int pages = 0;

        do {
            Reply page = scim.get("/Users?cursor=" + cursor + "&count=5" + search);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            assertThat(page.json().at("/totalResults").asInt()).isEqualTo(PEOPLE);
            assertThat(page.json().at("/itemsPerPage").asInt())
                    .isEqualTo(names(page).size());
            assertThat(page.json().has("startIndex")).isFalse();
            assertThat(page.json().has("previousCursor")).isFalse();
            cursor = page.text("/nextCursor");
            assertThat(cursor).matches("[A-Za-z0-9._~-]*");
            assertThat(names(page)).hasSize(cursor.isEmpty() ? 3 : 5);
            walked.addAll(names(page));
            pages++;
            scim.restart();
        } while (!cursor.isEmpty());

        assertThat(pages).isEqualTo(5);
        assertThat(walked).isEqualTo(byIndex).hasSize(PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&filter=active eq true", "&sortBy=displayName&sortOrder=descending"})
    @Requirement({"C298", "C304"})
    void pageWhenItEndsWithTheLastUserThenItHasNoCursor(String search) {
        Reply page = scim.get("/Users?cursor&count=" + PEOPLE + search);

        assertThat(names(page)).hasSize(PEOPLE);
        assertThat(page.json().has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&filter=active eq true", "&sortBy=userName"})
    void walkWhenOthersComeAndGoThenThoseWhoStayAreSeenOnce(String search) {
        Reply first = scim.get("/Users?cursor&count=6" + search);
        scim.directory.removeUser(InMemoryDirectory.ID, "user00");
        scim.directory.removeUser(InMemoryDirectory.ID, "user05");
        scim.directory.removeUser(InMemoryDirectory.ID, "user07");
        scim.directory.renameUser(InMemoryDirectory.ID, "user08", "a");
        local("aaa");
        scim.clock.advance(Duration.ofMinutes(2));
        local("user06a");
        List<String> seen = new ArrayList<>(names(first));

        String cursor = first.text("/nextCursor");
        while (!cursor.isEmpty()) {
            Reply page = scim.get("/Users?count=6&cursor=" + cursor + search);
            seen.addAll(names(page));
            cursor = page.text("/nextCursor");
        }

        List<String> stayed = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            if (number != 7 && number != 8) {
                stayed.add("user%02d".formatted(number));
            }
        }
        stayed.add(7, "user06a");
        assertThat(seen).isEqualTo(stayed);
    }

    @Test
    void walkWhenUsersAreDeletedOnTheWayThenPagesAreStillFull() {
        for (String name : List.of("user03", "user04", "user10")) {
            scim.delete("/Users/"
                    + scim.get("/Users?filter=userName eq \"" + name + "\"").text("/Resources/0/id"));
        }

        Reply first = scim.get("/Users?cursor&count=5");
        Reply second = scim.get("/Users?cursor=" + first.text("/nextCursor"));

        assertThat(first.json().at("/totalResults").asInt()).isEqualTo(PEOPLE - 3);
        assertThat(names(first)).containsExactly("user00", "user01", "user02", "user05", "user06");
        assertThat(names(second)).containsExactly("user07", "user08", "user09", "user11", "user12");
    }

    @Test
    @Requirement("C307")
    void pageWhenCountIsNoneOrLessThenOnlyTheTotal() {
        for (String count : List.of("0", "-7")) {
            for (String search : List.of("", "&filter=active eq true", "&sortBy=userName")) {
                Reply page = scim.get("/Users?cursor=&count=" + count + search);

                assertThat(page.json().at("/totalResults").asInt()).isEqualTo(PEOPLE);
                assertThat(names(page)).isEmpty();
                assertThat(page.json().has("nextCursor")).isFalse();
            }
        }
    }

    @Test
    @Requirement({"C310", "C323"})
    void cursorWhenOneCharacterIsChangedThenInvalid() {
        String cursor = scim.get("/Users?cursor&count=5").text("/nextCursor");

        for (int index = 0; index < cursor.length(); index++) {
            char other = cursor.charAt(index) == 'A' ? 'B' : 'A';
            String forged = cursor.substring(0, index) + other + cursor.substring(index + 1);

            assertError(scim.get("/Users?count=5&cursor=" + forged), "invalidCursor");
        }
        assertError(scim.get("/Users?cursor=" + cursor + "A"), "invalidCursor");
    }

    @Test
    @Requirement("C323")
    void cursorWhenReadThenItTellsNothing() {
        Reply one = scim.get("/Users?cursor&count=5&sortBy=displayName");
        byte[] bytes = Base64.getUrlDecoder().decode(one.text("/nextCursor"));

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("user");
        assertThat(scim.get("/Users?cursor&count=5&sortBy=displayName").text("/nextCursor"))
                .isNotEqualTo(one.text("/nextCursor"));
    }

    @Test
    @Requirement("C311")
    void cursorWhenOlderThanAdvertisedThenExpired() {
        String cursor = scim.get("/Users?cursor&count=5").text("/nextCursor");
        int timeout = scim.get("/ServiceProviderConfig")
                .json()
                .at("/pagination/cursorTimeout")
                .asInt();

        scim.clock.advance(Duration.ofSeconds(timeout));
        assertThat(scim.get("/Users?cursor=" + cursor).status()).isEqualTo(200);

        scim.clock.advance(Duration.ofSeconds(1));
        assertError(scim.get("/Users?cursor=" + cursor), "expiredCursor");
    }

    @Test
    @Requirement("C312")
    void cursorWhenCountIsAnotherThenInvalidCount() {
        String cursor = scim.get("/Users?cursor&count=5").text("/nextCursor");

        assertError(scim.get("/Users?count=6&cursor=" + cursor), "invalidCount");
        assertError(scim.get("/Users?count=1001&cursor=" + cursor), "invalidCount");
        assertThat(scim.get("/Users?count=5&cursor=" + cursor).status()).isEqualTo(200);
        assertThat(names(scim.get("/Users?cursor=" + cursor))).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "/Users?filter=active eq true",
        "/Users?sortBy=userName",
        "/Users?sortBy=title&sortOrder=descending",
        "/Users?attributes=id",
        "/Users?excludedAttributes=name",
        "/?count=5",
    })
    @Requirement("C313")
    void cursorWhenTheSearchIsAnotherThenInvalid(String search) {
        String cursor = scim.get("/Users?cursor&count=5&sortBy=title").text("/nextCursor");

        assertError(scim.get(search + "&cursor=" + cursor), "invalidCursor");
    }

    @Test
    @Requirement({"C319", "C320", "C321", "C322"})
    void cursorWhenItIsOfAnotherConnectionThenAsIfItWereMadeUp() {
        String cursor = scim.get("/Users?cursor&count=5").text("/nextCursor");
        Connection other = ((Done<Connection>) scim.server()
                        .connections()
                        .create(new ConnectionDraft(
                                "Entra", InMemoryDirectory.ID, DeletePolicy.DEACTIVATE, ConnectionMode.LIVE)))
                .value();

        Reply foreign = as(other, "/Users?count=5&cursor=" + cursor);
        Reply madeUp = as(other, "/Users?count=5&cursor=bWFkZSB1cA");

        assertError(foreign, "invalidCursor");
        assertThat(withoutJournalNumber(foreign)).isEqualTo(withoutJournalNumber(madeUp));
        scim.pause();
        assertThat(scim.get("/Users?count=5&cursor=" + cursor).status())
                .as("what the connection may do is looked at for each page")
                .isEqualTo(503);
    }

    @Test
    @Requirement({"C315", "C316", "C318"})
    void pagingWhenNoMethodIsAskedForThenIndexAndBothAreAdvertised() {
        Reply page = scim.get("/Users?count=5");
        JsonNode pagination = scim.get("/ServiceProviderConfig").json().at("/pagination");

        assertThat(page.json().at("/startIndex").asInt()).isEqualTo(1);
        assertThat(page.json().has("nextCursor")).isFalse();
        assertThat(pagination.at("/index").asBoolean()).isTrue();
        assertThat(pagination.at("/cursor").asBoolean()).isTrue();
        assertThat(pagination.at("/defaultPaginationMethod").asText()).isEqualTo("index");
        assertThat(pagination.at("/defaultPageSize").asInt()).isEqualTo(100);
        assertThat(pagination.at("/maxPageSize").asInt()).isEqualTo(1000);
        assertError(scim.get("/Users?cursor&startIndex=1"), "invalidValue");
    }

    @Test
    @Requirement("C317")
    void searchByPostWhenCursorIsInTheBodyThenThePagesFollow() {
        String body =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"count\":20,\"cursor\":\"%s\"}";

        Reply first = scim.post("/Users/.search", body.formatted(""));
        Reply second = scim.post("/Users/.search", body.formatted(first.text("/nextCursor")));

        assertThat(names(first)).hasSize(20);
        assertThat(names(second)).containsExactly("user20", "user21", "user22");
        assertThat(second.json().has("nextCursor")).isFalse();
    }

    private Reply as(Connection connection, String target) {
        return new Reply(scim.server()
                .handle(
                        new Admitted(connection, "token-2", TokenScope.READ),
                        TestServer.request("GET", target, new byte[0], Map.of())));
    }

    private static String withoutJournalNumber(Reply reply) {
        return reply.body().replace(reply.header("X-Request-Id"), "");
    }

    private static void assertError(Reply reply, String scimType) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.text("/scimType")).isEqualTo(scimType);
    }

    private static List<String> names(Reply page) {
        return page.userNames();
    }

    private void local(String name) {
        scim.directory.createUser(
                InMemoryDirectory.ID,
                new DirectoryUserProfile(name, "", "", name, name + "@acme.test", Activation.ACTIVE));
    }
}
