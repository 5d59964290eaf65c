package org.scimsuite.core.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scimsuite.core.admin.MappingAdminTest.done;
import static org.scimsuite.core.admin.MappingAdminTest.group;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.admin.AdminResult.Conflict;
import org.scimsuite.core.admin.AdminResult.Invalid;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.admin.MappingPreview.Existence;
import org.scimsuite.core.admin.MappingPreview.GroupCount;
import org.scimsuite.core.admin.MappingPreview.Line;
import org.scimsuite.core.admin.MappingPreview.State;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.LetterCase;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;

class MappingPreviewsTest {

    private final TestServer scim = new TestServer();
    private final MappingPreviews previews = scim.server().mappings().previews();
    private final MappingAdmin admin = scim.server().mappings().mappings();
    private final String id = scim.connection().id();

    @Test
    void previewThenJoinsLeavesAndNewGroupsAreCountedAndNothingIsChanged() {
        String ana = scim.create("ana", "");
        String ben = scim.create("ben", "");
        scim.post("/Groups", group("Dev users", ana, ben));
        done(admin.save(id, Bundles.of(Bundles.table("Dev users", "old")), new MappingEdit(0, "jane", "")));
        scim.work();
        List<String> writes = scim.directory.writes();

        done(previews.start(id, Bundles.of(Bundles.table("Dev users", "new")), "jane"));
        scim.background.finish();

        MappingPreview preview = done(previews.find(id));
        assertThat(preview.state()).isEqualTo(State.COMPLETE);
        assertThat(preview.baseVersion()).isEqualTo(1);
        assertThat(preview.done()).isEqualTo(2);
        assertThat(preview.total()).isEqualTo(2);
        assertThat(preview.counts().joins()).isEqualTo(2);
        assertThat(preview.counts().leaves()).isEqualTo(2);
        assertThat(preview.counts().createdGroups()).isEqualTo(1);
        assertThat(preview.counts().groups())
                .containsExactlyInAnyOrder(
                        new GroupCount("new", 2, 0, 0, Existence.CREATED),
                        new GroupCount("old", 0, 2, 0, Existence.THERE));
        assertThat(scim.directory.writes()).isEqualTo(writes);
        assertThat(done(admin.current(id)).version()).isEqualTo(1);
    }

    @Test
    void previewThenWhatIsSavedDoesWhatItSaid() {
        String ana = scim.create("ana", "");
        scim.post("/Groups", group("Dev users", ana));
        byte[] document = Bundles.of(Bundles.table("Dev users", "Software_dev"));
        done(previews.start(id, document, "jane"));
        scim.background.finish();
        List<String> before = scim.directory.writes();

        done(admin.save(id, document, new MappingEdit(0, "jane", "")));
        scim.work();

        assertThat(done(previews.lines(id, "")))
                .extracting(Line::sentence)
                .containsExactly(
                        "Create the local group \"Software_dev\".", "Add \"ana\" to the local group \"Software_dev\".");
        assertThat(scim.directory
                        .writes()
                        .subList(before.size(), scim.directory.writes().size()))
                .containsExactly("createGroup Software_dev", "addUserToGroup ana Software_dev");
    }

    @Test
    void previewWhenAPatternLeadsToAProtectedGroupThenCountedAsShut() {
        String ana = scim.create("ana", "");
        scim.post("/Groups", group(InMemoryDirectory.ADMINISTRATORS, ana));

        done(previews.start(
                id,
                Bundles.of(new GroupRule.Pattern(
                        "All", "(.*)", "$1", LetterCase.AS_IS, GroupRule.Missing.CREATE, GroupRule.Then.STOP)),
                "jane"));
        scim.background.finish();

        MappingPreview preview = done(previews.find(id));
        assertThat(preview.counts().joins()).isZero();
        assertThat(preview.counts().obstacles()).isEqualTo(1);
        assertThat(preview.counts().groups())
                .containsExactly(new GroupCount(InMemoryDirectory.ADMINISTRATORS, 0, 0, 1, Existence.THERE));
    }

    @Test
    void linesWhenSearchedThenThoseOfThePersonOrGroup() {
        String ana = scim.create("ana", "");
        String ben = scim.create("ben", "");
        scim.post("/Groups", group("Dev users", ana, ben));
        done(previews.start(id, Bundles.of(Bundles.table("Dev users", "local")), "jane"));
        scim.background.finish();

        assertThat(done(previews.lines(id, "BEN"))).extracting(Line::userName).containsExactly("ben");
        assertThat(done(previews.lines(id, "loc"))).hasSize(3);
        assertThat(done(previews.lines(id, "nobody"))).isEmpty();
    }

    @Test
    void startWhenOneIsRunningThenConflictUntilItIsStopped() {
        done(previews.start(id, Bundles.of(), "jane"));

        assertThat(previews.start(id, Bundles.of(), "joe")).isInstanceOf(Conflict.class);

        assertThat(done(previews.stop(id)).state()).isEqualTo(State.STOPPED);
        done(previews.start(id, Bundles.of(), "joe"));
        scim.background.finish();
        assertThat(done(previews.find(id)).author()).isEqualTo("joe");
        assertThat(done(previews.find(id)).state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void stopThenNobodyElseIsLookedAt() {
        scim.create("ana", "");
        done(previews.start(id, Bundles.of(), "jane"));

        previews.stopAll();
        scim.background.finish();

        assertThat(done(previews.find(id)).state()).isEqualTo(State.STOPPED);
        assertThat(done(previews.find(id)).done()).isZero();
    }

    @Test
    void previewWhenTheDirectoryIsGoneThenFailedWithASentenceAndAnotherMayBegin() {
        String ana = scim.create("ana", "");
        scim.post("/Groups", group("Dev users", ana));
        done(previews.start(id, Bundles.of(Bundles.table("Dev users", "local")), "jane"));
        scim.directory.switchOff();

        scim.background.finish();

        MappingPreview preview = done(previews.find(id));
        assertThat(preview.state()).isEqualTo(State.FAILED);
        assertThat(preview.problem()).contains("The directory is switched off.");
        done(previews.start(id, Bundles.of(), "jane"));
    }

    @Test
    void previewWhenMorePeopleThanABatchThenAllAreLookedAtAndAThousandLinesKept() {
        String[] ids = new String[1_100];
        for (int index = 0; index < ids.length; index++) {
            ids[index] = scim.create("user" + index, "");
        }
        scim.post("/Groups", group("Dev users", ids));

        done(previews.start(id, Bundles.of(Bundles.table("Dev users", "local")), "jane"));
        scim.background.finish();

        MappingPreview preview = done(previews.find(id));
        assertThat(preview.done()).isEqualTo(1_100);
        assertThat(preview.counts().joins()).isEqualTo(1_100);
        assertThat(preview.counts().lines()).isEqualTo(1_101);
        assertThat(done(previews.lines(id, ""))).hasSize(1_000);
    }

    @Test
    void startWhenBundleCannotBeUsedOrConnectionIsUnknownThenRefused() {
        assertThat(previews.start(id, new byte[0], "jane")).isInstanceOf(Invalid.class);
        assertThat(previews.start("nobody", Bundles.of(), "jane")).isInstanceOf(NotFound.class);
        assertThat(previews.find(id)).isInstanceOf(NotFound.class);
    }
}
