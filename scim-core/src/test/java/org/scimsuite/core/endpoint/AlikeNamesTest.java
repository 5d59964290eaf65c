package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/** Two names that look the same are one name. */
class AlikeNamesTest {

    private static final String FULL_WIDTH = "\uFF4Aos\u00E9";
    private static final String IN_PARTS = "jose\u0301";
    private static final String COMPOSED = "jos\u00E9";

    private final TestServer scim = new TestServer();

    @ParameterizedTest
    @ValueSource(strings = {FULL_WIDTH, IN_PARTS})
    @Requirement({"C124", "C485"})
    void createOfANameThatLooksLikeAnotherIsRefused(String alike) {
        scim.create(COMPOSED, "");

        Reply reply = scim.post("/Users", TestServer.user(alike, ""));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/scimType")).isEqualTo("invalidValue");
        assertThat(reply.text("/detail")).contains("userName", "NFC");
        assertThat(scim.directory.userNames(InMemoryDirectory.ID)).containsExactly(COMPOSED);
    }

    @Test
    @Requirement("C485")
    void renameToANameThatLooksLikeAnotherIsRefused() {
        scim.create(COMPOSED, "");
        String id = scim.create("bo", "");

        Reply reply = scim.patch(
                "/Users/" + id, "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"" + IN_PARTS + "\"}]");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/detail")).contains("userName", "NFC");
        assertThat(scim.get("/Users/" + id).text("/userName")).isEqualTo("bo");
    }

    @ParameterizedTest
    @ValueSource(strings = {COMPOSED, FULL_WIDTH, IN_PARTS, "\uFF2AOSE\u0301"})
    @Requirement("C124")
    void filterFindsANameInEachSpellingOfIt(String spelling) {
        String id = scim.create(COMPOSED, "");
        scim.create("bo", "");

        assertThat(find(spelling).at("/Resources/0/id")).isEqualTo(id);
    }

    @Test
    void someoneWhoHadSuchANameBeforeCanBeFoundAndChangedButNotRenamedToAnother() {
        scim.directory.createUser(
                InMemoryDirectory.ID,
                new DirectoryUserProfile(
                        IN_PARTS, "", "", "Jos", "j@example.com", DirectoryUserProfile.Activation.ACTIVE));
        String id = find(IN_PARTS).at("/Resources/0/id");

        assertThat(scim.patch("/Users/" + id, "[{\"op\":\"add\",\"path\":\"title\",\"value\":\"Chef\"}]")
                        .status())
                .isEqualTo(200);
        assertThat(scim.patch(
                                "/Users/" + id,
                                "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"" + FULL_WIDTH + "\"}]")
                        .status())
                .isEqualTo(400);
    }

    private Found find(String name) {
        String filter = URLEncoder.encode("userName eq \"" + name + "\"", StandardCharsets.UTF_8);
        return new Found(scim.get("/Users?filter=" + filter));
    }

    private record Found(Reply reply) {
        String at(String pointer) {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text("/totalResults")).isEqualTo("1");
            return reply.text(pointer);
        }
    }
}
