package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.admin.DirectoryOverview.DirectorySummary;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.directory.ForwardingUserDirectory;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;

/** A directory in front has people of the same names. */
class ShadowedPeopleTest {

    private static final long IN_FRONT = 7;

    private final TestServer scim = new TestServer();
    private final List<String> asked = new ArrayList<>();
    private boolean isOutOfReach;

    ShadowedPeopleTest() {
        scim.serve(new ForwardingUserDirectory(scim.directory) {
            @Override
            public List<DirectoryInfo> directories() {
                List<DirectoryInfo> all = new ArrayList<>();
                all.add(new DirectoryInfo(IN_FRONT, "Corporate", "CONNECTOR", Set.of()));
                all.addAll(scim.directory.directories());
                all.add(new DirectoryInfo(8, "Behind", "CONNECTOR", Set.of()));
                return all;
            }

            @Override
            public Optional<DirectoryUser> findUserByName(long directoryId, String name) {
                if (directoryId == InMemoryDirectory.ID) {
                    return super.findUserByName(directoryId, name);
                }
                asked.add(directoryId + " " + name);
                if (isOutOfReach) {
                    throw new DirectoryException.Unavailable("The directory is out of reach.", null);
                }
                return Optional.of(new DirectoryUser(
                                directoryId,
                                Optional.empty(),
                                new DirectoryUserProfile("ana", "", "", "", "", Activation.ACTIVE)))
                        .filter(user -> user.name().equals(name));
            }
        });
    }

    @Test
    void createWhenTheNameExistsInFrontThenDoneAndNoted() {
        scim.create("ana", "");

        assertThat(scim.journal.last().notes())
                .containsExactly(
                        "\"ana\" exists in the directory \"Corporate\" in front of this one, too; the product shows that one.");
        assertThat(asked).containsOnly(IN_FRONT + " ana");
    }

    @Test
    void renameWhenTheNewNameExistsInFrontThenNoted() {
        String ben = scim.create("ben", "");
        assertThat(scim.journal.last().notes()).isEmpty();

        scim.patch("/Users/" + ben, "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"ana\"}]");

        assertThat(scim.journal.last().notes()).anyMatch(note -> note.contains("in front of this one"));
    }

    @Test
    void changeWhenNoNameIsGivenThenNoOtherDirectoryIsAsked() {
        String ana = scim.create("ana", "");
        asked.clear();

        scim.patch("/Users/" + ana, "[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"A\"}]");

        assertThat(asked).isEmpty();
    }

    @Test
    void createWhenTheDirectoryInFrontIsOutOfReachThenDoneAllTheSame() {
        isOutOfReach = true;

        scim.create("ana", "");

        assertThat(scim.journal.last().notes()).isEmpty();
    }

    @Test
    void directoriesThenEachSaysWhereItStandsAndWhatStandsInFront() {
        assertThat(scim.server().directories().directories())
                .extracting(DirectorySummary::position)
                .containsExactly(1, 2, 3);
        assertThat(warnings(1)).noneMatch(warning -> warning.contains("in front"));
        assertThat(warnings(2))
                .containsExactly(
                        "The directory \"Corporate\" stands in front of it: of people who have the same name there, the"
                                + " product shows those.");
        assertThat(warnings(3))
                .anyMatch(warning -> warning.startsWith("The directories \"Corporate\", \"Internal\" stand in front"))
                .anyMatch(warning -> warning.contains("does not allow update group"))
                .anyMatch(warning -> warning.contains("does not allow delete user"));
    }

    private List<String> warnings(int position) {
        return scim.server().directories().directories().get(position - 1).warnings();
    }
}
