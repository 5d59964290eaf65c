package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
 * Random lists of operations, some of them wrong, sent as one bulk to one server and one by one to another: both answer with
 * the same statuses and show the same people. Ids differ between servers, so people are called by the operation that made
 * them.
 */
class BulkEquivalenceTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final List<String> NAMES = List.of("ana", "bo", "cy", "dee", "ANA", "forbidden", " ");
    private static final List<String> PATHS = List.of("title", "userName", "nope", "displayName");

    /** Where {@code @x} stands for the person that the creation x made, before or in the request. */
    private record Operation(String method, String path, String bulkId, String data, String version) {}

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
        List<Integer> statuses = new ArrayList<>();
        for (Operation operation : operations) {
            statuses.add(sendSingle(single, operation, singleIds).status());
        }

        assertThat(reply.json().at("/Operations").valueStream().map(entry -> entry.get("status")
                        .asInt()))
                .as(operations.toString())
                .containsExactlyElementsOf(statuses);
        Map<String, String> madeBy = new HashMap<>();
        singleIds.forEach((bulkId, id) -> madeBy.put(id, bulkId));
        assertThat(people(inBulk, bulkIds)).isEqualTo(people(single, madeBy));
        assertThat(inBulk.directory.writes()).isEqualTo(single.directory.writes());
    }

    private static List<Operation> operations(Random random) {
        List<Operation> operations = new ArrayList<>();
        List<String> made = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int number = 0; number < count; number++) {
            boolean creates = made.isEmpty() || random.nextInt(3) == 0;
            String someone = made.isEmpty() ? "" : "@" + pick(random, made) + "@";
            String manager = made.isEmpty() || random.nextBoolean()
                    ? ""
                    : ",\"" + ENTERPRISE + "\":{\"manager\":{\"value\":\"" + someone + "\"}}";
            if (creates) {
                operations.add(new Operation(
                        "POST", "/Users", "b" + number, TestServer.user(pick(random, NAMES), manager), ""));
                made.add("b" + number);
            } else {
                operations.add(change(random, "/Users/@" + pick(random, made) + "@", manager));
            }
        }
        return operations;
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
        return "{\"Operations\":[" + String.join(",", written).replaceAll("@(b\\d+)@", "bulkId:$1") + "]}";
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
        for (JsonNode person : scim.get("/Users").json().at("/Resources")) {
            String shown = person.toString().replaceAll("\"(created|lastModified)\":\"[^\"]*\"", "");
            for (Map.Entry<String, String> made : madeBy.entrySet()) {
                shown = shown.replace(made.getKey(), made.getValue());
            }
            people.add(shown);
        }
        scim.directory.userNames(InMemoryDirectory.ID).forEach(people::add);
        return people;
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
