package org.scimsuite.workbench.benchmarks.engine;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.scimsuite.workbench.benchmarks.engine.Work.Task;

/**
 * One edit of the members of a group.
 *
 * @param members how many there are before
 * @param after how many of them, or of those and further ones, are there afterwards
 */
record GroupWork(int members, int after) {

    Task prepare(Engine engine) throws Exception {
        Engine.KeptGroup group = open(engine);
        byte[] body = body();
        return () -> {
            Object result = group.patch(body);
            group.undo();
            return result;
        };
    }

    /** Twice, to see that the second PATCH begins where the first did. */
    boolean isRight(Engine engine) throws Exception {
        Engine.KeptGroup group = open(engine);
        for (int round = 0; round < 2; round++) {
            if (!Inputs.memberIds(group.write(group.patch(body()))).equals(Set.copyOf(ids(0, after)))) {
                return false;
            }
            group.undo();
        }
        return true;
    }

    private Engine.KeptGroup open(Engine engine) throws Exception {
        return engine.group(Inputs.bytes(Inputs.group(ids(0, members))));
    }

    private byte[] body() {
        if (after < members) {
            return Inputs.patchOf("remove", "members[value eq \"" + Inputs.memberId(after) + "\"]", Optional.empty());
        }
        return Inputs.patchOf(
                "add", "members", Optional.of(Inputs.group(ids(members, after)).get("members")));
    }

    static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(Inputs::memberId).toList();
    }

    /** A group as an answer, sent to nowhere. */
    static Task sending(Engine engine, int members) throws Exception {
        Engine.KeptGroup group = engine.group(Inputs.bytes(Inputs.answeredGroup(ids(0, members))));
        return () -> {
            OutputStream nowhere = OutputStream.nullOutputStream();
            group.send(nowhere);
            return nowhere;
        };
    }

    static boolean sendsRightly(Engine engine, int members) throws Exception {
        byte[] json = Inputs.bytes(Inputs.answeredGroup(ids(0, members)));
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        engine.group(json).send(sent);
        return Inputs.meaning(sent.toByteArray()).equals(Inputs.meaning(json));
    }
}
