package org.scimsuite.workbench.benchmarks.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The kinds of work that are measured: each has its input, what must come out, and the speed we aim for. */
public enum Work {
    PARSE_SIMPLE("parse the simple filter", "3×") {
        @Override
        Task prepare(Engine engine) {
            return () -> engine.parse(SIMPLE);
        }

        @Override
        boolean isRight(Engine engine) {
            return parses(engine, SIMPLE);
        }
    },
    PARSE_NESTED("parse the nested filter", "10×") {
        @Override
        Task prepare(Engine engine) {
            return () -> engine.parse(NESTED);
        }

        @Override
        boolean isRight(Engine engine) {
            return parses(engine, NESTED);
        }
    },
    EVALUATE_SIMPLE("evaluate the simple filter on the full user", "1.5×") {
        @Override
        Task prepare(Engine engine) throws Exception {
            return evaluation(engine, SIMPLE);
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            return SIMPLE_ANSWERS.equals(answers(engine, SIMPLE));
        }
    },
    EVALUATE_NESTED("evaluate the nested filter on the full user", "5×") {
        @Override
        Task prepare(Engine engine) throws Exception {
            return evaluation(engine, NESTED);
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            return NESTED_ANSWERS.equals(answers(engine, NESTED));
        }
    },
    PATCH_ACTIVE("PATCH: replace `active`", "2×") {
        @Override
        Task prepare(Engine engine) throws Exception {
            return patch(engine, "patch-active");
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            return patches(engine, "patch-active", Map.of("/active", BooleanNode.FALSE));
        }
    },
    PATCH_ENTRA("PATCH: Entra ID updates a user, six operations", "5×") {
        @Override
        Task prepare(Engine engine) throws Exception {
            return patch(engine, "patch-entra");
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            return patches(
                    engine,
                    "patch-entra",
                    Map.of(
                            "/displayName", TextNode.valueOf("Barbara Berg"),
                            "/emails/0/value", TextNode.valueOf("bberg@example.com"),
                            "/name/familyName", TextNode.valueOf("Berg"),
                            "/title", TextNode.valueOf("Vice President"),
                            "/nickName", TextNode.valueOf("Barb"),
                            "/urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department",
                                    TextNode.valueOf("Sales")));
        }
    },
    READ_AND_WRITE("full user: bytes, parsed and validated, bytes", "2×") {
        @Override
        Task prepare(Engine engine) {
            byte[] json = Inputs.bytes(Inputs.fullUser());
            return () -> engine.write(engine.readForCreate(json));
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            byte[] json = Inputs.bytes(Inputs.fullUser());
            return Inputs.meaning(engine.write(engine.readForCreate(json))).equals(Inputs.meaning(json));
        }
    },
    ADD_ONE("add one member to a group of 10,000", "100×") {
        @Override
        Task prepare(Engine engine) throws Exception {
            return new GroupWork(10_000, 10_001).prepare(engine);
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            return new GroupWork(10_000, 10_001).isRight(engine);
        }
    },
    ADD_MANY("add 1,000 members to a group of 10,000", "20×") {
        @Override
        Task prepare(Engine engine) throws Exception {
            return new GroupWork(10_000, 11_000).prepare(engine);
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            return new GroupWork(10_000, 11_000).isRight(engine);
        }
    },
    REMOVE_ONE("remove one member of a group of 10,000 by a filter", "1000×") {
        @Override
        Task prepare(Engine engine) throws Exception {
            return new GroupWork(10_000, 9_999).prepare(engine);
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            return new GroupWork(10_000, 9_999).isRight(engine);
        }
    },
    ADD_ONE_SMALL("add one member to a group of 10", "ours as at 10,000, ±20 %") {
        @Override
        Set<Engines> engines() {
            return Set.of(Engines.SCIM_SUITE);
        }

        @Override
        Task prepare(Engine engine) throws Exception {
            return new GroupWork(10, 11).prepare(engine);
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            return new GroupWork(10, 11).isRight(engine);
        }
    },
    REMOVE_ONE_SMALL("remove one member of a group of 10 by a filter", "ours as at 10,000, ±20 %") {
        @Override
        Set<Engines> engines() {
            return Set.of(Engines.SCIM_SUITE);
        }

        @Override
        Task prepare(Engine engine) throws Exception {
            return new GroupWork(10, 9).prepare(engine);
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            return new GroupWork(10, 9).isRight(engine);
        }
    },
    ADD_ONE_LARGE("add one member to a group of 100,000", "ours as at 10,000, ±20 %") {
        @Override
        Set<Engines> engines() {
            return Set.of(Engines.SCIM_SUITE);
        }

        @Override
        Task prepare(Engine engine) throws Exception {
            return new GroupWork(100_000, 100_001).prepare(engine);
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            return new GroupWork(100_000, 100_001).isRight(engine);
        }
    },
    REMOVE_ONE_LARGE("remove one member of a group of 100,000 by a filter", "ours as at 10,000, ±20 %") {
        @Override
        Set<Engines> engines() {
            return Set.of(Engines.SCIM_SUITE);
        }

        @Override
        Task prepare(Engine engine) throws Exception {
            return new GroupWork(100_000, 99_999).prepare(engine);
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            return new GroupWork(100_000, 99_999).isRight(engine);
        }
    },
    WRITE_GROUP("a group of 10,000 members to bytes", "2.5×") {
        @Override
        Task prepare(Engine engine) throws Exception {
            return GroupWork.sending(engine, 10_000);
        }

        @Override
        boolean isRight(Engine engine) throws Exception {
            return GroupWork.sendsRightly(engine, 10_000);
        }
    };

    static final String SIMPLE = "userName eq \"bjensen\"";

    static final String NESTED = "(userType eq \"Employee\" or title co \"pilot\") and not (active eq false)"
            + " and emails[type eq \"work\" and value ew \"@example.com\"]"
            + " and (name.familyName sw \"B\" or addresses[type eq \"home\" and locality eq \"Hollywood\"])";

    /** The full user, and others that differ from it in one place. */
    private static final List<Map<String, JsonNode>> VARIANTS = List.of(
            Map.of(),
            Map.of("/userName", TextNode.valueOf("BJensen")),
            Map.of("/userType", TextNode.valueOf("Guest")),
            Map.of("/active", BooleanNode.FALSE),
            Map.of("/emails/0/value", TextNode.valueOf("bjensen@example.org")),
            Map.of("/addresses/1/locality", TextNode.valueOf("Burbank")));

    private static final List<Boolean> SIMPLE_ANSWERS = List.of(false, true, false, false, false, false);
    private static final List<Boolean> NESTED_ANSWERS = List.of(true, true, false, false, false, false);

    private final String title;
    private final String aim;

    Work(String title, String aim) {
        this.title = title;
        this.aim = aim;
    }

    /** One execution; returning the result keeps the compiler from leaving the work out. */
    interface Task {
        Object run() throws Exception;
    }

    String title() {
        return title;
    }

    /** How many times as fast as the best other engine ours shall be, or what else we aim for. */
    String aim() {
        return aim;
    }

    /** Whose work it is: all but where only ours is compared with itself. */
    Set<Engines> engines() {
        return EnumSet.allOf(Engines.class);
    }

    /** Makes everything that is not part of the work. */
    abstract Task prepare(Engine engine) throws Exception;

    /** Whether the engine does the work rightly. */
    abstract boolean isRight(Engine engine) throws Exception;

    /** Trees of different engines cannot be compared: it takes the filter, and refuses it when its end is missing. */
    private static boolean parses(Engine engine, String filter) {
        engine.parse(filter);
        try {
            engine.parse(filter.substring(0, filter.length() - 2));
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static Task evaluation(Engine engine, String filter) throws Exception {
        Predicate<Object> evaluator = engine.evaluator(filter);
        Object user = engine.user(Inputs.bytes(Inputs.fullUser()));
        return () -> evaluator.test(user);
    }

    private static List<Boolean> answers(Engine engine, String filter) throws Exception {
        Predicate<Object> evaluator = engine.evaluator(filter);
        List<Boolean> answers = new ArrayList<>();
        for (Map<String, JsonNode> changes : VARIANTS) {
            ObjectNode variant = Inputs.with(Inputs.fullUser(), changes);
            answers.add(evaluator.test(engine.user(Inputs.bytes(variant))));
        }
        return answers;
    }

    private static Task patch(Engine engine, String name) throws Exception {
        byte[] body = Inputs.patch(name);
        Object user = engine.user(Inputs.bytes(Inputs.enterpriseUser()));
        return () -> engine.patch(user, body);
    }

    /** Whether a PATCH changes exactly these places, and leaves the resource it was applied to as it was. */
    private static boolean patches(Engine engine, String name, Map<String, JsonNode> changes) throws Exception {
        ObjectNode before = Inputs.enterpriseUser();
        Object user = engine.user(Inputs.bytes(before));
        JsonNode after = Inputs.meaning(engine.write(engine.patch(user, Inputs.patch(name))));
        return after.equals(Inputs.meaning(Inputs.with(before, changes)))
                && Inputs.meaning(engine.write(user)).equals(Inputs.meaning(before));
    }
}
