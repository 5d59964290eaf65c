package org.scimsuite.workbench.benchmarks.push;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.scimsuite.workbench.acceptance.Database;
import org.scimsuite.workbench.acceptance.Generation;

/**
 * What is measured.
 *
 * @param people who are there before the push, and of whom each group has some
 * @param document gets the result
 */
record PushSettings(
        int groups, int membersPerGroup, int people, Generation generation, List<Database> databases, Path document) {

    /** Entra ID sends the members of a group a hundred at a time. */
    static final int MEMBERS_PER_REQUEST = 100;

    /** @throws IllegalArgumentException with a sentence for whoever gave the arguments */
    static PushSettings parse(String... arguments) {
        int groups = Integer.parseInt(arguments[0]);
        int membersPerGroup = Integer.parseInt(arguments[1]);
        int people = Math.max(Integer.parseInt(arguments[2]), membersPerGroup);
        if (groups < 1 || membersPerGroup < 1) {
            throw new IllegalArgumentException("-Dgroups and -DmembersPerGroup are 1 or more");
        }
        List<Database> databases = Arrays.stream(arguments[4].split(",", -1))
                .map(name -> Database.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .toList();
        databases.forEach(database -> database.missing().ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        }));
        return new PushSettings(
                groups,
                membersPerGroup,
                people,
                Generation.valueOf(arguments[3].toUpperCase(Locale.ROOT)),
                databases,
                Path.of(arguments[5]));
    }

    long memberships() {
        return (long) groups * membersPerGroup;
    }

    /** The people of a group, as numbers: neighbours share most of theirs, and everybody is in some. */
    int person(int group, int member) {
        long stride = Math.max(1, people / groups);
        return (int) ((group * stride + member) % people);
    }
}
