package org.scimsuite.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.workbench.conformance.Requirement;

/**
 * Operations are written as {@code +a:bc} for a creation with bulkId a that refers to b and c, {@code 1:a} for a change of the
 * resource 1 that refers to a, and {@code *a} for a change of the resource that a creates.
 */
class BulkOrderTest {

    @Requirement({"C446", "C450"})
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "+a +b +c, 1 2 3",
                "+a:b +b, 2 1",
                "+a:b +b:c +c, 3 2 1",
                "+a:c +b +c, 2 3 1",
                "1:a 2 +a, 2 3 1",
                "1:a 1 +a, 3 1 2",
                "1:a 2 1 +a 2, 2 4 1 3 5",
                "*a *a +a, 3 1 2",
                "1:z +a:z, 1 2",
                "+a:1 1, 1 2",
                "+a:b +b:a, 1+2",
                "+a:a, 1",
                "+a:b +x +b:c +c:a, 2 1+3+4",
                "+a:b +b:a +c:d +d:c, 1+2 3+4",
                "+a:bc +b:a +c:d +d, 4 3 1+2",
                "1:a 2:b +a:b +b:a 1, 3+4 1 2 5",
            })
    void orderWhenOperationsReferToOthersThenTheyWaitAndAllElseStays(String operations, String order) {
        assertThat(order(operations)).isEqualTo(order);
    }

    @Test
    void orderWhenAThousandCreationsFormOneChainThenTheLastComesFirst() {
        StringBuilder chain = new StringBuilder();
        for (char name = 0x4E00; name < 0x4E00 + 999; name++) {
            chain.append('+').append(name).append(':').append((char) (name + 1)).append(' ');
        }
        chain.append('+').append((char) (0x4E00 + 999));

        assertThat(order(chain.toString())).startsWith("1000 999 998 ").endsWith(" 2 1");
    }

    private static String order(String operations) {
        List<String> read = new ArrayList<>();
        for (String operation : operations.split(" ", -1)) {
            read.add(json(operation));
        }
        String body = "{\"Operations\":[" + String.join(",", read) + "]}";
        BulkRequest bulk =
                new BulkReader(Set.of("Groups"), 1000).read(body.getBytes(StandardCharsets.UTF_8), new Notes());
        return BulkOrder.of(bulk.operations()).stream()
                .map(step -> step.stream()
                        .map(operation -> Integer.toString(operation.number()))
                        .collect(Collectors.joining("+")))
                .collect(Collectors.joining(" "));
    }

    private static String json(String operation) {
        String[] parts = operation.split(":", 2);
        String references = parts.length == 1
                ? ""
                : parts[1].chars()
                        .mapToObj(name -> "{\"value\":\"bulkId:" + (char) name + "\"}")
                        .collect(Collectors.joining(","));
        String data = "\"data\":{\"members\":[" + references + "]}}";
        String name = parts[0].substring(1);
        return switch (parts[0].charAt(0)) {
            case '+' -> "{\"method\":\"POST\",\"path\":\"/Groups\",\"bulkId\":\"" + name + "\"," + data;
            case '*' -> "{\"method\":\"PUT\",\"path\":\"/Groups/bulkId:" + name + "\"," + data;
            default -> "{\"method\":\"PUT\",\"path\":\"/Groups/" + parts[0] + "\"," + data;
        };
    }
}
