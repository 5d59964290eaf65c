package org.scimsuite.core.provision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.patch.GroupEdit;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupMember.Kind;

class MemberWriterTest {

    private static final Map<Kind, ResourceType> TYPES =
            Map.of(Kind.USER, CoreSchemas.user(), Kind.GROUP, CoreSchemas.group());

    /** With quotes, as it could stand in no URI, to see that it is escaped all the same. */
    private static final String BASE_URI = "https://example.com/\"v2\"";

    private static final List<GroupMember> MEMBERS = List.of(
            new GroupMember("2819c223-7f76-453a-919d-413861904646", Kind.USER, Optional.of("Babs \"B\" Jensen")),
            new GroupMember("902c246b-6245-4190-8e05-00816be7344a", Kind.GROUP, Optional.empty()),
            new GroupMember("short", Kind.USER, Optional.empty()),
            new GroupMember("Zoë \"\\\n\u0001€", Kind.USER, Optional.of("Zoë €")),
            new GroupMember("902c246b-6245-4190-8e05-00816be7344b", Kind.USER, Optional.of("x".repeat(255))),
            new GroupMember("i".repeat(255), Kind.GROUP, Optional.empty()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "attributes=members",
                "attributes=members.value",
                "attributes=members.$ref",
                "attributes=members.type",
                "attributes=members.display",
                "attributes=members.type,members.display",
                "attributes=displayName",
                "excludedAttributes=members",
                "excludedAttributes=members.value",
                "excludedAttributes=members.$ref,members.type",
                "excludedAttributes=members.value,members.$ref,members.type",
                "excludedAttributes=members.value,members.$ref,members.type,members.display"
            })
    void writesWhatTheSameMembersInMemoryAreWrittenAs(String parameter) throws IOException {
        Projection shown = projection(parameter);
        ScimResource group = ScimResource.empty(CoreSchemas.group()).with("displayName", AttributeValue.text("Guides"));
        List<AttributeValue> elements =
                MEMBERS.stream().map(MemberWriterTest::element).toList();
        ScimResource inMemory = group.set(GroupEdit.members(), Optional.of(new MultiValue(elements)));

        assertThat(written(group, MEMBERS, shown)).isEqualTo(text(ResourceWriter.write(inMemory, shown)));
    }

    @Test
    void aGroupOfParkedMembersHasNoMembers() throws IOException {
        ScimResource group = ScimResource.empty(CoreSchemas.group());
        List<GroupMember> parked = List.of(new GroupMember("a", Kind.UNKNOWN, Optional.of("A")));
        Projection all = Projection.all(CoreSchemas.group());

        assertThat(written(group, parked, all)).isEqualTo(text(ResourceWriter.write(group, all)));
    }

    private static String written(ScimResource group, List<GroupMember> members, Projection shown) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MemberWriter writer = new MemberWriter(BASE_URI, TYPES, shown);
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            ResourceWriter.write(json, group, shown, () -> {
                if (shown.shows(GroupEdit.members())) {
                    writer.write(json, members.iterator());
                }
            });
        }
        return text(out.toByteArray());
    }

    private static AttributeValue element(GroupMember member) {
        ResourceType type = TYPES.get(member.kind());
        ComplexValue element = ComplexValue.empty(
                        GroupEdit.members().attribute().subAttributes())
                .with("value", AttributeValue.text(member.id()))
                .with("$ref", AttributeValue.text(BASE_URI + type.endpoint() + "/" + member.id()))
                .with("type", AttributeValue.text(type.name()));
        return element.set(element.table().indexOf("display"), member.display().map(AttributeValue::text));
    }

    private static Projection projection(String parameter) {
        String[] parts = parameter.split("=", 2);
        Optional<String> names = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
        boolean excluded = parts[0].equals("excludedAttributes");
        return excluded
                ? Projection.of(CoreSchemas.group(), Optional.empty(), names)
                : Projection.of(CoreSchemas.group(), names, Optional.empty());
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
