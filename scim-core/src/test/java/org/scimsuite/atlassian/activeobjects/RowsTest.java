package org.scimsuite.atlassian.activeobjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The same tables, whoever makes them. */
class RowsTest {

    @Test
    void rowsWhenListedThenThoseThatTheDescriptorTellsTheProductsOf() throws Exception {
        String descriptor = Files.readString(Path.of("src/plugin/META-INF/scim/descriptor/tables.xml"));
        List<String> entities = Pattern.compile("<entity>\\s*(\\S+)\\s*</entity>")
                .matcher(descriptor)
                .results()
                .map(entity -> entity.group(1))
                .toList();

        assertThat(Rows.ALL.stream().map(Class::getName)).containsExactlyInAnyOrderElementsOf(entities);
    }
}
