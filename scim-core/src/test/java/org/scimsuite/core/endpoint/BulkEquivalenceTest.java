package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

/**
 * Random lists of operations on people and groups, some of them wrong, sent as one bulk to one server and one by one to
 * another: both answer with the same statuses and show the same people and groups. Ids differ between servers, so everything
 * is called by the operation that made it.
 */
class BulkEquivalenceTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final List<String> NAMES = List.of("ana", "bo", "cy", "dee", "ANA", "forbidden", " ");
    private static final List<String> PATHS = List.of("title", "userName", "nope", "displayName");

    private static final List<String> GROUPS = List.of("devs", "Devs", "ops", "");
    private static final Pattern REFERENCE = Pattern.compile("@(b\\d+)@");

    /** Where {@code @x@} stands for what the creation x made. */
    private record Operation(String method, String path, String bulkId, String data, String version) {

        Set<String> references() {
            return REFERENCE
                    .matcher(path + data)
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @Requirement({"C439", "C442", "C450"})
    @ParameterizedTest
    @MethodSource("seeds")
    void bulkWhenItsOperationsAreSentOneByOneInsteadThenStatusesAndPeopleAreTheSame(int seed) {
        Random random = new Random(seed);
        DeletePolicy policy = random.nextBoolean() ? DeletePolicy.DEACTIVATE : DeletePolicy.REMOVE;
        List<Operation> operations = operations(random);
        if (random.nextBoolean()) {
            Collections.shuffle(operations, random);
        }
        TestServer inBulk = new TestServer(policy);
        TestServer single = new TestServer(policy);
        inBulk.directory.refuse("forbidden");
        single.directory.refuse("forbidden");

        Reply reply = inBulk.post("/Bulk", bulk(operations));
        Map<String, String> bulkIds = new HashMap<>();
        for (JsonNode entry : reply.json().at("/Operations")) {
            if (entry.has("bulkId") && entry.has("location")) {
                bulkIds.put(
                        id(entry.get("location").asText()), entry.get("bulkId").asText());
            }
        }
        Map<String, String> singleIds = new HashMap<>();
        Integer[] statuses = new Integer[operations.size()];
        for (int index : order(operations)) {
            statuses[index] =
                    sendSingle(single, operations.get(index), singleIds).status();
        }

        assertThat(reply.json().at("/Operations").valueStream().map(entry -> entry.get("status")
                        .asInt()))
                .as(operations.toString())
                .containsExactly(statuses);
        Map<String, String> madeBy = new HashMap<>();
        singleIds.forEach((bulkId, id) -> madeBy.put(id, bulkId));
        assertThat(people(inBulk, bulkIds)).isEqualTo(people(single, madeBy));
        assertThat(inBulk.directory.writes()).isEqualTo(single.directory.writes());
    }

    /** Slow and obvious: always the first that neither refers to a creation ahead nor overtakes one on the same path. */
    private static List<Integer> order(List<Operation> operations) {
        List<Integer> order = new ArrayList<>();
        while (order.size() < operations.size()) {
            List<Integer> open = IntStream.range(0, operations.size())
                    .filter(index -> !order.contains(index))
                    .boxed()
                    .toList();
            order.add(open.stream()
                    .filter(index -> open.stream().noneMatch(other -> waits(operations, index, other)))
                    .findFirst()
                    .orElseThrow());
        }
        return order;
    }

    private static boolean waits(List<Operation> operations, int index, int other) {
        Operation waiting = operations.get(index);
        Operation awaited = operations.get(other);
        return waiting.references().contains(awaited.bulkId())
                || (other < index
                        && waiting.bulkId().isEmpty()
                        && waiting.path().equals(awaited.path()));
    }

    private static List<Operation> operations(Random random) {
        List<Operation> operations = new ArrayList<>();
        List<String> made = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int number = 0; number < count; number++) {
            boolean creates = made.isEmpty() || random.nextInt(3) == 0;
            String someone = made.isEmpty() ? "" : "@" + pick(random, made) + "@";
            String manager = made.isEmpty() || random.nextBoolean()
                    ? ""
                    : ",\"" + ENTERPRISE + "\":{\"manager\":{\"value\":\"" + someone + "\"}}";
            if (creates && random.nextInt(3) == 0) {
                operations.add(new Operation(
                        "POST", "/Groups", "b" + number, group(random, someone.isEmpty() ? List.of() : made), ""));
                made.add("b" + number);
                groups.add("b" + number);
            } else if (!groups.isEmpty() && random.nextInt(3) == 0) {
                operations.add(changeOfGroup(random, "/Groups/@" + pick(random, groups) + "@", made));
            } else if (creates) {
                operations.add(new Operation(
                        "POST", "/Users", "b" + number, TestServer.user(pick(random, NAMES), manager), ""));
                made.add("b" + number);
            } else {
                operations.add(change(random, "/Users/@" + pick(random, made) + "@", manager));
            }
        }
        return operations;
    }

    private static Operation changeOfGroup(Random random, String path, List<String> made) {
        String version = random.nextInt(6) == 0 ? "W/\"" + (1 + random.nextInt(3)) + "\"" : "";
        String id = "@" + pick(random, made) + "@";
        return switch (random.nextInt(6)) {
            case 0 -> new Operation("DELETE", path, "", "", version);
            case 1 -> new Operation("PUT", path, "", group(random, made), version);
            case 2 -> patch(path, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}", version);
            case 3 ->
                patch(
                        path,
                        "{\"op\":\"remove\",\"path\":\"members\",\"value\":[{\"value\":\"" + id + "\"}]},"
                                + "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"" + pick(random, GROUPS)
                                + "\"}",
                        version);
            default ->
                patch(path, "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + id + "\"}]}", version);
        };
    }

    private static Operation patch(String path, String operations, String version) {
        return new Operation("PATCH", path, "", TestServer.patchBody("[" + operations + "]"), version);
    }

    private static String group(Random random, List<String> made) {
        String members = made.stream()
                .filter(id -> random.nextBoolean())
                .map(id -> "{\"value\":\"@" + id + "@\"}")
                .collect(Collectors.joining(","));
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\""
                + pick(random, GROUPS) + "\",\"members\":[" + members + "]}";
    }

    private static Operation change(Random random, String path, String manager) {
        String version = random.nextInt(4) == 0 ? "W/\"" + (1 + random.nextInt(3)) + "\"" : "";
        return switch (random.nextInt(4)) {
            case 0 -> new Operation("DELETE", path, "", "", version);
            case 1 -> new Operation("PUT", path, "", TestServer.user(pick(random, NAMES), manager), version);
            default -> {
                String operation = "[{\"op\":\"" + pick(random, List.of("add", "replace", "Replace")) + "\",\"path\":\""
                        + pick(random, PATHS) + "\",\"value\":\"" + pick(random, NAMES) + "\"}]";
                yield new Operation("PATCH", path, "", TestServer.patchBody(operation), version);
            }
        };
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String bulk(List<Operation> operations) {
        List<String> written = new ArrayList<>();
        for (Operation operation : operations) {
            written.add("{\"method\":\"" + operation.method() + "\",\"path\":\"" + operation.path() + "\""
                    + (operation.bulkId().isEmpty() ? "" : ",\"bulkId\":\"" + operation.bulkId() + "\"")
                    + (operation.data().isEmpty() ? "" : ",\"data\":" + operation.data())
                    + (operation.version().isEmpty()
                            ? ""
                            : ",\"version\":\"" + operation.version().replace("\"", "\\\"") + "\"")
                    + "}");
        }
        return "{\"Operations\":[" + String.join(",", written).replaceAll(REFERENCE.pattern(), "bulkId:$1") + "]}";
    }

    /** What refers to a creation that failed is answered with 409 in bulk, and cannot be sent alone. */
    private static Reply sendSingle(TestServer scim, Operation operation, Map<String, String> ids) {
        Map<String, String> headers =
                operation.version().isEmpty() ? Map.of() : Map.of("if-match", operation.version());
        String path = operation.path();
        String data = operation.data();
        for (Map.Entry<String, String> made : ids.entrySet()) {
            path = path.replace("@" + made.getKey() + "@", made.getValue());
            data = data.replace("@" + made.getKey() + "@", made.getValue());
        }
        if (path.contains("@") || data.contains("@")) {
            return new Reply(ErrorResponses.of(ScimError.of(409, "refers to nobody")));
        }
        Reply reply = scim.send(operation.method(), path, data, headers);
        if (reply.status() == 201) {
            ids.put(operation.bulkId(), reply.text("/id"));
        }
        return reply;
    }

    private static List<String> people(TestServer scim, Map<String, String> madeBy) {
        List<String> people = new ArrayList<>();
        for (String endpoint : List.of("/Users", "/Groups")) {
            for (JsonNode resource : scim.get(endpoint).json().at("/Resources")) {
                List<String> members = new ArrayList<>();
                resource.path("members").forEach(member -> members.add(named(member.toString(), madeBy)));
                Collections.sort(members);
                JsonNode others = ((ObjectNode) resource).without("members");
                people.add(named(others.toString(), madeBy) + members);
            }
        }
        scim.directory.userNames(InMemoryDirectory.ID).forEach(people::add);
        return people;
    }

    private static String named(String shown, Map<String, String> madeBy) {
        String named = shown.replaceAll("\"(created|lastModified)\":\"[^\"]*\"", "");
        for (Map.Entry<String, String> made : madeBy.entrySet()) {
            named = named.replace(made.getKey(), made.getValue());
        }
        return named;
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
