package org.scimsuite.core.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.admin.AdminResult.Conflict;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.AdminResult.FieldError;
import org.scimsuite.core.admin.AdminResult.Invalid;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.admin.MappingAdmin.PastVersion;
import org.scimsuite.core.admin.MappingAdmin.SavedVersion;
import org.scimsuite.core.admin.MappingAdmin.Signing;
import org.scimsuite.core.bundle.BundleReader;
import org.scimsuite.core.bundle.BundleSigner;
import org.scimsuite.core.bundle.MappingBundle;
import org.scimsuite.core.bundle.SignatureCheck;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.LetterCase;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.MappingDifference;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory.Point;
import org.scimsuite.core.testkit.ProcessEnded;
import org.scimsuite.core.testkit.TestServer;

class MappingAdminTest {

    private final TestServer scim = new TestServer();
    private final MappingAdmin admin = scim.server().mappings().mappings();
    private final String id = scim.connection().id();

    @Test
    void saveWhenTheDirectoryDoesNotAllowWhatTheRulesNeedThenRefused() {
        scim.directory.forbid(DirectoryOperation.UPDATE_GROUP);

        AdminResult<MappingAdmin.SavedVersion> result =
                admin.save(id, Bundles.of(Bundles.table("Dev users", "local")), new MappingEdit(0, "jane", ""));

        assertThat(((Invalid<?>) result).errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("/groups");
            assertThat(error.message()).contains("does not allow update group");
        });
    }

    @Test
    void currentWhenNothingWasSavedThenVersionZeroWithoutRules() {
        MappingAdmin.VersionedBundle current = done(admin.current(id));

        assertThat(current.version()).isZero();
        assertThat(current.bundle().mapping()).isEqualTo(Mapping.NONE);
        assertThat(current.bundle().directory()).isEqualTo("Internal");
    }

    @Test
    void saveThenInForceWithATaskForEverybodyAndAnEntryInTheJournal() {
        scim.create("ana", "");

        SavedVersion saved = done(admin.save(id, Bundles.of(Bundles.table("Dev users", "Software_dev")), edit(0)));

        assertThat(done(admin.current(id)).version()).isEqualTo(1);
        AlignmentTask task = scim.tasks.all().get(0);
        assertThat(task).isEqualTo(saved.task());
        assertThat(task.scope()).isEqualTo(AlignmentTask.Scope.Everybody.afterMapping(0));
        assertThat(task.reason()).isEqualTo("mapping version 1");
        assertThat(task.total()).isEqualTo(1);
        assertThat(scim.journal.find(task.journalId()).orElseThrow().notes())
                .contains("\"jane\" saved version 1 of the mapping: because", "Rule \"Teams\" is new, at position 1.");
        assertThat(scim.background.takeWakeUps()).isEqualTo(1);
    }

    @Test
    void saveThenWorkInTheBackgroundPutsPeopleIntoTheLocalGroup() {
        String ana = scim.create("ana", "");
        scim.post("/Groups", group("Dev users", ana));

        done(admin.save(id, Bundles.of(Bundles.table("Dev users", "Software_dev")), edit(0)));
        scim.work();

        assertThat(scim.directory.usersInGroup(InMemoryDirectory.ID, "Software_dev"))
                .containsExactly("ana");
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void saveWhenAnotherAdministratorWasFasterThenConflictAndNothingIsLost() {
        done(admin.save(id, Bundles.of(Bundles.table("Dev users", "first")), edit(0)));

        assertThat(admin.save(id, Bundles.of(Bundles.table("Dev users", "second")), edit(0)))
                .isInstanceOf(Conflict.class);

        assertThat(done(admin.current(id)).document()).contains("first").doesNotContain("second");
        assertThat(scim.tasks.all()).hasSize(1);
    }

    @Test
    void saveWhenTheStoreSaysThatAnotherNodeWasFasterThenConflictWithoutATask() {
        byte[] mine = Bundles.of(Bundles.table("Dev users", "mine"));
        scim.mappings.beforeNextInsert(
                () -> done(admin.save(id, Bundles.of(Bundles.table("Dev users", "theirs")), edit(0))));

        assertThat(admin.save(id, mine, edit(0))).isInstanceOf(Conflict.class);

        assertThat(done(admin.current(id)).document()).contains("theirs");
        assertThat(scim.tasks.all()).hasSize(1);
    }

    @Test
    void saveWhenTheProcessEndsBeforeTheWriteThenNeitherVersionNorTask() {
        scim.mappings.crashAtWrite(1, Point.BEFORE);

        Throwable end = catchThrowable(() -> admin.save(id, Bundles.of(Bundles.table("Dev users", "local")), edit(0)));

        assertThat(end).isInstanceOf(ProcessEnded.class);
        assertThat(done(admin.current(id)).version()).isZero();
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void saveWhenTheProcessEndsBehindTheWriteThenTheTaskIsThereForOthers() {
        scim.mappings.crashAtWrite(1, Point.AFTER);

        Throwable end = catchThrowable(() -> admin.save(id, Bundles.of(Bundles.table("Dev users", "local")), edit(0)));

        assertThat(end).isInstanceOf(ProcessEnded.class);
        assertThat(done(admin.current(id)).version()).isEqualTo(1);
        assertThat(scim.tasks.all()).hasSize(1);
    }

    @Test
    void saveWhenRulesAreUnusableThenEachIsToldWithItsPlaceAndLineAndNothingIsSaved() {
        byte[] document = Bundles.of(
                new GroupRule.Pattern(
                        "Broken", "(", "x", LetterCase.AS_IS, GroupRule.Missing.CREATE, GroupRule.Then.STOP),
                Bundles.table("Admins", InMemoryDirectory.ADMINISTRATORS));

        Invalid<SavedVersion> refused = (Invalid<SavedVersion>) admin.save(id, document, edit(0));

        assertThat(refused.errors())
                .extracting(FieldError::field)
                .containsExactly("/groups/rules/0/pattern", "/groups/rules/1/entries/0/localGroups/0");
        assertThat(refused.errors())
                .allSatisfy(error -> assertThat(error.message()).matches("Line [0-9]+, column [0-9]+: .*\\.?"));
        assertThat(done(admin.current(id)).version()).isZero();
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void saveWhenNoJsonThenTheLineIsTold() {
        Invalid<SavedVersion> refused =
                (Invalid<SavedVersion>) admin.save(id, "{\n  \"format\": }".getBytes(StandardCharsets.UTF_8), edit(0));

        assertThat(refused.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .startsWith("Line 2"));
    }

    @Test
    void saveWhenCommentIsTooLongThenRefused() {
        MappingEdit edit = new MappingEdit(0, "jane", "x".repeat(501));

        assertThat(((Invalid<SavedVersion>) admin.save(id, Bundles.of(), edit)).errors())
                .extracting(FieldError::field)
                .containsExactly("comment");
    }

    @Test
    void saveWhenSignatureIsBrokenThenRefusedAndNothingIsSaved() {
        MappingBundle signed = BundleSigner.sign(
                Bundles.bundle(List.of(Bundles.table("Dev users", "local")), List.of()), BundleSigner.newKeys());
        MappingBundle changed = Bundles.bundle(List.of(Bundles.table("Dev users", "elsewhere")), List.of())
                .signedBy(signed.signature());

        Invalid<SavedVersion> refused = (Invalid<SavedVersion>) admin.save(id, Bundles.bytes(changed), edit(0));

        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("/signature");
        assertThat(done(admin.current(id)).version()).isZero();
    }

    @Test
    void checkWhenBundleComesFromElsewhereThenSignatureDirectoryAndProductsAreTold() {
        MappingBundle foreign = BundleSigner.sign(
                new MappingBundle(
                        "Corporate",
                        Bundles.bundle(List.of(Bundles.table("Dev users", "local")), List.of())
                                .mapping(),
                        Map.of(
                                "confluence",
                                JsonNodeFactory.instance.objectNode().put("spaces", 3)),
                        Optional.empty()),
                BundleSigner.newKeys());

        BundleReport.Usable report = (BundleReport.Usable) done(admin.check(id, Bundles.bytes(foreign)));

        assertThat(report.isAcceptable()).isTrue();
        assertThat(report.otherDirectory()).contains("Corporate");
        assertThat(report.notApplicable("jira")).containsExactly("confluence");
        assertThat(report.notApplicable("confluence")).isEmpty();
        assertThat(report.signature())
                .isEqualTo(new SignatureCheck.Valid(
                        foreign.signature().orElseThrow().fingerprint(), SignatureCheck.Trust.UNKNOWN_KEY));
        assertThat(report.differences())
                .extracting(MappingDifference::sentence)
                .containsExactly("Rule \"Teams\" is new, at position 1.");
        assertThat(done(admin.current(id)).version()).isZero();
    }

    @Test
    void saveWhenBundleComesFromElsewhereThenBoundToThisDirectoryAndPartsOfOtherProductsAreKept() {
        MappingBundle foreign = new MappingBundle(
                "Corporate",
                Mapping.NONE,
                Map.of("confluence", JsonNodeFactory.instance.objectNode().put("spaces", 3)),
                Optional.empty());

        done(admin.save(id, Bundles.bytes(foreign), edit(0)));

        MappingBundle saved = done(admin.current(id)).bundle();
        assertThat(saved.directory()).isEqualTo("Internal");
        assertThat(saved.products().toString()).isEqualTo(foreign.products().toString());
    }

    @Test
    void historyThenNewestFirstEachComparedWithTheOneBefore() {
        done(admin.save(id, Bundles.of(Bundles.table("Dev users", "one")), edit(0)));
        done(admin.save(id, Bundles.of(Bundles.table("Dev users", "two")), edit(1)));
        done(admin.save(id, Bundles.of(), edit(2)));

        List<PastVersion> history = done(admin.history(id, 2));

        assertThat(history).extracting(PastVersion::version).containsExactly(3L, 2L);
        assertThat(history).extracting(PastVersion::author).containsOnly("jane");
        assertThat(history.get(0).differences())
                .extracting(MappingDifference::sentence)
                .containsExactly("Rule \"Teams\" is gone.");
        assertThat(history.get(1).differences())
                .singleElement()
                .satisfies(difference ->
                        assertThat(difference.sentence()).contains("one").contains("two"));
    }

    @Test
    void returnToWhenEarlierVersionThenItsMappingIsAFurtherVersionWithATask() {
        done(admin.save(id, Bundles.of(Bundles.table("Dev users", "one")), edit(0)));
        done(admin.save(id, Bundles.of(Bundles.table("Dev users", "two")), edit(1)));

        SavedVersion saved = done(admin.returnTo(id, 1, edit(2)));

        assertThat(saved.version().version()).isEqualTo(3);
        assertThat(saved.version().comment()).isEqualTo("Return to version 1. because");
        assertThat(done(admin.current(id)).bundle())
                .isEqualTo(done(admin.find(id, 1)).bundle());
        assertThat(scim.tasks.all()).hasSize(3);
    }

    @Test
    void returnToWhenTheFirstVersionWasWrongThenNoRulesAgain() {
        done(admin.save(id, Bundles.of(Bundles.table("Dev users", "one")), edit(0)));

        done(admin.returnTo(id, 0, edit(1)));

        assertThat(done(admin.current(id)).bundle().mapping()).isEqualTo(Mapping.NONE);
    }

    @Test
    void returnToWhenThereIsNoSuchVersionThenNotFound() {
        assertThat(admin.returnTo(id, 7, edit(0))).isInstanceOf(NotFound.class);
        assertThat(admin.save("nobody", Bundles.of(), edit(0))).isInstanceOf(NotFound.class);
    }

    @Test
    void exportWhenSignedThenTheKeyOfThisInstallationVerifiesItAndIsNotInIt() {
        byte[] document = Bundles.of(Bundles.table("Dev users", "one"));
        done(admin.save(id, document, edit(0)));
        assertThat(admin.export(id, Signing.SIGNED)).isInstanceOf(Invalid.class);
        SigningKey key = scim.server().mappings().signingKey();
        SigningKey.PublicHalf half = done(key.make());

        byte[] signed = done(admin.export(id, Signing.SIGNED)).getBytes(StandardCharsets.UTF_8);

        assertThat(((BundleReport.Usable) done(admin.check(id, signed))).signature())
                .isEqualTo(new SignatureCheck.Valid(half.fingerprint(), SignatureCheck.Trust.TRUSTED));
        assertThat(done(admin.export(id, Signing.UNSIGNED)).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(document);
        assertThat(BundleReader.read(signed).signature().orElseThrow().publicKey())
                .isEqualTo(half.publicKey());
    }

    @Test
    void makeWhenThereIsAKeyThenItStays() {
        SigningKey key = scim.server().mappings().signingKey();
        assertThat(key.find()).isEmpty();
        SigningKey.PublicHalf half = done(key.make());

        assertThat(key.make()).isInstanceOf(Conflict.class);
        assertThat(key.find()).contains(half);
    }

    private static MappingEdit edit(long expectedVersion) {
        return new MappingEdit(expectedVersion, "jane", "because");
    }

    static String group(String name, String... members) {
        StringBuilder body =
                new StringBuilder("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\""
                        + name + "\",\"members\":[");
        for (int index = 0; index < members.length; index++) {
            body.append(index == 0 ? "" : ",")
                    .append("{\"value\":\"")
                    .append(members[index])
                    .append("\"}");
        }
        return body.append("]}").toString();
    }

    static <T> T done(AdminResult<T> result) {
        assertThat(result).isInstanceOf(Done.class);
        return ((Done<T>) result).value();
    }
}
