package org.scimsuite.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.workbench.conformance.Requirement;

class BulkReferencesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANAGER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @Requirement("C444")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'members':[{'value':'bulkId:x'},{'value':'7'}]} | {'members':[{'value':'<x>'},{'value':'7'}]}",
                "{'manager':'bulkId:a b'}                         | {'manager':'<a b>'}",
                "{'manager':{'$ref':'../Users/bulkId:x'}}         | {'manager':{'$ref':'../Users/<x>'}}",
                "{'manager':{'$REF':'https://h/Users/bulkId:x'}}  | {'manager':{'$REF':'https://h/Users/<x>'}}",
                "{'path':'members[value eq \"bulkId:x\"]'}        | {'path':'members[value eq \"<x>\"]'}",
                "{'path':'m[value eq \"bulkId:x\" or value eq \"bulkId:y\"]'} | {'path':'m[value eq \"<x>\" or value eq \"<y>\"]'}",
                "{'title':'see bulkId:x','n':1.50,'b':true,'z':null} | {'title':'see bulkId:x','n':1.50,'b':true,'z':null}",
                "{'bulkId:x':'y','title':'bulkId:'}               | {'bulkId:x':'y','title':'bulkId:'}",
                "{'profileUrl':'https://h/bulkId:x'}              | {'profileUrl':'https://h/bulkId:x'}",
            })
    void resolvedWhenTextsReferThenIdsStandThere(String data, String expected) throws JsonProcessingException {
        assertThat(BulkReferences.resolved(json(data), id -> "<" + id + ">")).isEqualTo(json(expected));
    }

    @Requirement("C447")
    @Test
    void dividedWhenSomeReferencesAreAbsentThenOnlyTheseComeLater() throws JsonProcessingException {
        JsonNode data = json("{'displayName':'A','members':[{'value':'bulkId:b'},{'value':'bulkId:c'},{'value':'7'}],'"
                + MANAGER + "':{'department':'D','manager':{'value':'bulkId:b'}}}");

        CircularCreation parts = CircularCreation.of(data, Set.of("b"), CoreSchemas.user());

        assertThat(parts.now())
                .isEqualTo(json("{'displayName':'A','members':[{'value':'bulkId:c'},{'value':'7'}],'" + MANAGER
                        + "':{'department':'D'}}"));
        assertThat((JsonNode) parts.later())
                .isEqualTo(json("[{'op':'add','path':'members','value':[{'value':'bulkId:b'}]},{'op':'add','path':'"
                        + MANAGER + ":manager','value':{'value':'bulkId:b'}}]"));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text.replace("\"", "\\\"").replace('\'', '"'));
    }
}
