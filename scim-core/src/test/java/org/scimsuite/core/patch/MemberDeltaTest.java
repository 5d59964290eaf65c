package org.scimsuite.core.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.patch.GroupEdit.MemberStep;
import org.scimsuite.core.patch.MemberDelta.Given;

/** The delta of a PATCH says the same as its operations, one after another. */
class MemberDeltaTest {

    @Test
    void readWhenOperationsComeInAnyOrderThenTheDeltaEndsWhereTheyDo() {
        Random random = new Random(7643);
        for (int round = 0; round < 500; round++) {
            Set<String> expected = someIds(random);
            Set<String> actual = new HashSet<>(expected);
            Set<String> before = Set.copyOf(expected);
            List<String> operations = new ArrayList<>();
            int count = 1 + random.nextInt(5);
            for (int i = 0; i < count; i++) {
                operations.add(operation(random, expected));
            }
            String body = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                    + String.join(",", operations) + "]}";

            boolean changed = delta(body).applyTo(actual);

            assertThat(actual).as(body + " on " + before).isEqualTo(expected);
            assertThat(changed).as(body + " on " + before).isEqualTo(!before.equals(expected));
        }
    }

    private static MemberDelta delta(String body) {
        GroupEdit edit = GroupEdit.read(body.getBytes(StandardCharsets.UTF_8), new Notes());
        assertThat(edit.attributes().operations()).isEmpty();
        assertThat(edit.steps()).hasSizeLessThanOrEqualTo(1);
        return edit.steps().isEmpty()
                ? MemberDelta.NONE
                : ((MemberStep.ByDelta) edit.steps().get(0)).delta();
    }

    /** An operation as JSON, carried out on the ids the plain way. */
    private static String operation(Random random, Set<String> ids) {
        Set<String> named = someIds(random);
        String list = "["
                + String.join(
                        ",",
                        named.stream().map(id -> "{\"value\":\"" + id + "\"}").toList()) + "]";
        switch (random.nextInt(5)) {
            case 0 -> {
                ids.addAll(named);
                return "{\"op\":\"add\",\"path\":\"members\",\"value\":" + list + "}";
            }
            case 1 -> {
                ids.removeAll(named);
                return "{\"op\":\"remove\",\"path\":\"members\",\"value\":" + list + "}";
            }
            case 2 -> {
                ids.retainAll(named);
                ids.addAll(named);
                return "{\"op\":\"replace\",\"value\":{\"members\":" + list + "}}";
            }
            case 3 -> {
                String id = "id" + random.nextInt(6);
                ids.remove(id);
                return "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}";
            }
            default -> {
                ids.clear();
                return "{\"op\":\"remove\",\"path\":\"members\"}";
            }
        }
    }

    private static Set<String> someIds(Random random) {
        Set<String> ids = new HashSet<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            ids.add("id" + random.nextInt(6));
        }
        return ids;
    }

    @Test
    void thenWhenDeltasAreChainedThenTheResultIsThatOfOneAfterTheOther() {
        Random random = new Random(7644);
        for (int round = 0; round < 500; round++) {
            MemberDelta first = someDelta(random);
            MemberDelta second = someDelta(random);
            Set<String> before = someIds(random);
            Set<String> stepwise = new HashSet<>(before);
            first.applyTo(stepwise);
            second.applyTo(stepwise);
            Set<String> atOnce = new HashSet<>(before);
            first.then(second).applyTo(atOnce);
            assertThat(atOnce).as(first + " then " + second + " on " + before).isEqualTo(stepwise);
        }
    }

    private static MemberDelta someDelta(Random random) {
        MemberDelta added = MemberDelta.exactly(someIds(random).stream()
                .map(id -> new Given(id, Optional.empty()))
                .toList());
        return switch (random.nextInt(3)) {
            case 0 -> added;
            case 1 -> MemberDelta.without(someIds(random));
            default -> new MemberDelta(MemberDelta.Base.PRESENT, added.added(), Set.of("id9"));
        };
    }
}
