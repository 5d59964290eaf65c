package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.ProcessEnded;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** The process ends between store and directory; the provider sends its request again, to another process. */
class CrashTest {

    private static final String PERSON =
            ",\"name\":{\"givenName\":\"Ana\",\"familyName\":\"Arns\"},\"title\":\"Engineer\"";
    private static final String RENAME = "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"ana.bauer\"}"
            + ",{\"op\":\"replace\",\"path\":\"name.familyName\",\"value\":\"Bauer\"}]";

    /** A request: what must be there before, the request for an id, and the status of the undisturbed answer. */
    private record Story(String title, DeletePolicy policy, Consumer<TestServer> before, Request request) {
        @Override
        public String toString() {
            return title;
        }
    }

    private interface Request {
        Reply send(TestServer scim);
    }

    private record Crash(String title, Consumer<TestServer> arm) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> crashes() {
        List<Crash> crashes = new ArrayList<>();
        for (Point point : Point.values()) {
            for (String operation : List.of("createUser", "updateUser", "renameUser", "removeUser")) {
                crashes.add(new Crash(
                        point + " " + operation, scim -> scim.directory.arm(operation, point, new ProcessEnded())));
            }
            for (int write = 1; write <= 3; write++) {
                int number = write;
                crashes.add(
                        new Crash(point + " store write " + number, scim -> scim.records.crashAtWrite(number, point)));
            }
        }
        return stories().flatMap(story -> crashes.stream()
                .map(crash -> org.junit.jupiter.params.provider.Arguments.of(story, crash)));
    }

    private static Stream<Story> stories() {
        Consumer<TestServer> ana = scim -> scim.create("ana", PERSON);
        return Stream.of(
                new Story(
                        "create",
                        DeletePolicy.DEACTIVATE,
                        scim -> {},
                        scim -> scim.post("/Users", TestServer.user("ana", PERSON))),
                new Story("rename and update", DeletePolicy.DEACTIVATE, ana, scim -> scim.patch(only(scim), RENAME)),
                new Story(
                        "replace",
                        DeletePolicy.DEACTIVATE,
                        ana,
                        scim -> scim.put(only(scim), TestServer.user("ana", ",\"active\":false"))),
                new Story("deactivating delete", DeletePolicy.DEACTIVATE, ana, scim -> scim.delete(only(scim))),
                new Story("removing delete", DeletePolicy.REMOVE, ana, scim -> scim.delete(only(scim))),
                new Story(
                        "rehire",
                        DeletePolicy.DEACTIVATE,
                        scim -> {
                            scim.create("ana", PERSON);
                            scim.delete(only(scim));
                        },
                        scim -> scim.post("/Users", TestServer.user("ana", ",\"title\":\"Boss\""))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("crashes")
    void requestWhenProcessEndedThenSentAgainItEndsAsIfNothingHadHappened(Story story, Crash crash) {
        TestServer undisturbed = new TestServer(story.policy());
        story.before().accept(undisturbed);
        int status = story.request().send(undisturbed).status();

        TestServer scim = new TestServer(story.policy());
        story.before().accept(scim);
        crash.arm().accept(scim);
        boolean ended = ends(() -> story.request().send(scim));
        scim.restart();

        if (ended) {
            Reply again = story.request().send(scim);
            // what was complete before the end is answered as a repetition is
            assertThat(again.status()).isIn(status, 404, 409);
        }
        assertThat(profiles(scim)).isEqualTo(profiles(undisturbed));
        assertThat(scim.records.all()).hasSameSizeAs(undisturbed.records.all());
        assertThat(scim.records.all()).noneMatch(UserRecord::isPending);
        assertThat(shown(scim)).isEqualTo(shown(undisturbed));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("crashes")
    void readWhenProcessEndedThenDirectoryAndRecordAgree(Story story, Crash crash) {
        TestServer scim = new TestServer(story.policy());
        story.before().accept(scim);
        crash.arm().accept(scim);
        if (!ends(() -> story.request().send(scim))) {
            return;
        }
        scim.restart();

        scim.get("/Users?filter=userName eq \"ana\"");
        scim.get("/Users?filter=userName eq \"ana.bauer\"");
        scim.get("/Users");

        assertThat(scim.records.all()).noneMatch(UserRecord::isPending);
        assertThat(scim.records.all()).allMatch(record -> scim.directory
                .findUserByName(InMemoryDirectory.ID, record.directoryName())
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Users?filter=title eq \"Engineer\""})
    void listWhenCreationWasCutOffThenThePersonIsThere(String list) {
        TestServer scim = new TestServer();
        scim.directory.arm("createUser", Point.BEFORE, new ProcessEnded());
        assertThatThrownBy(() -> scim.create("ana", PERSON)).isInstanceOf(ProcessEnded.class);
        scim.restart();

        Reply reply = scim.get(list);

        assertThat(reply.json().toString()).contains("\"userName\":\"ana\"");
        assertThat(scim.records.all()).noneMatch(UserRecord::isPending);
    }

    @Test
    void postWhenCreationWasCutOffThenItIsContinuedWithTheNewBody() {
        TestServer scim = new TestServer();
        scim.directory.arm("createUser", Point.AFTER, new ProcessEnded());
        assertThatThrownBy(() -> scim.create("ana", PERSON)).isInstanceOf(ProcessEnded.class);
        assertThat(scim.journal.last().outcome()).isEqualTo(Outcome.RUNNING);
        scim.restart();

        Reply again = scim.post("/Users", TestServer.user("ana", ",\"displayName\":\"Ana A.\""));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/displayName")).isEqualTo("Ana A.");
        assertThat(scim.directory.writes()).containsExactly("createUser ana", "updateUser ana");
    }

    @Test
    void getWhenRenameWasCutOffInDirectoryWithoutStableIdsThenHealed() {
        TestServer scim = new TestServer();
        scim.directory.dropExternalIds();
        String id = scim.create("ana", PERSON);
        scim.directory.arm("renameUser", Point.AFTER, new ProcessEnded());
        assertThatThrownBy(() -> scim.patch("/Users/" + id, RENAME)).isInstanceOf(ProcessEnded.class);
        scim.restart();

        Reply healed = scim.get("/Users/" + id);

        assertThat(healed.text("/userName")).isEqualTo("ana.bauer");
        assertThat(healed.text("/name/familyName")).isEqualTo("Bauer");
        assertThat(healed.header("X-Request-Id"))
                .as("a read that changed something is journaled")
                .isNotEmpty();
    }

    private static boolean ends(Runnable request) {
        try {
            request.run();
            return false;
        } catch (ProcessEnded e) {
            return true;
        }
    }

    private static String only(TestServer scim) {
        return "/Users/"
                + scim.records.all().stream()
                        .map(UserRecord::scimId)
                        .findFirst()
                        .orElse("removed");
    }

    private static List<DirectoryUserProfile> profiles(TestServer scim) {
        return scim.directory.users(InMemoryDirectory.ID, new DirectoryPage(0, 10)).stream()
                .map(DirectoryUser::profile)
                .toList();
    }

    private static List<String> shown(TestServer scim) {
        List<String> users = new ArrayList<>();
        scim.get("/Users?excludedAttributes=id,meta")
                .json()
                .at("/Resources")
                .forEach(user -> users.add(user.toString().replaceAll("\"id\":\"[^\"]*\"", "")));
        return users;
    }
}
