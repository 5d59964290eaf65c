package org.scimsuite.core.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.LetterCase;
import org.scimsuite.core.mapping.MappingWords;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserGroupRule;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.mapping.UserMapping.DirectoryField;
import org.scimsuite.core.mapping.UserMapping.Example;
import org.scimsuite.core.mapping.UserMapping.Rewriting;
import org.scimsuite.core.mapping.UserMapping.UserNameRule;

/** Makes the values of a mapping from a tree that has the shape of one. */
final class MappingNodes {

    private MappingNodes() {}

    static GroupMapping groups(JsonNode node) {
        return new GroupMapping(
                list(node.get("rules"), MappingNodes::rule),
                list(node.get("userRules"), MappingNodes::userRule),
                protection(node.get("protection")),
                policies(node.get("policies")));
    }

    private static GroupRule rule(JsonNode node) {
        String name = text(node, "name");
        return switch (text(node, "type")) {
            case "table" ->
                new GroupRule.Table(name, list(node.get("entries"), MappingNodes::entry), missing(node), then(node));
            case "sameName" -> new GroupRule.SameName(name, missing(node), then(node));
            case "pattern" ->
                new GroupRule.Pattern(
                        name,
                        text(node, "pattern"),
                        text(node, "template"),
                        word(node, "letterCase", LetterCase.class),
                        missing(node),
                        then(node));
            default ->
                new GroupRule.Ignore(
                        name, texts(node.get("groups")), texts(node.get("prefixes")), texts(node.get("patterns")));
        };
    }

    private static GroupRule.Table.Entry entry(JsonNode node) {
        return new GroupRule.Table.Entry(texts(node.get("groups")), texts(node.get("localGroups")));
    }

    private static UserGroupRule userRule(JsonNode node) {
        return new UserGroupRule(
                text(node, "name"),
                Optional.ofNullable(node.get("condition")).map(JsonNode::textValue),
                texts(node.get("localGroups")),
                missing(node));
    }

    private static Protection protection(JsonNode node) {
        return new Protection(
                texts(node.get("groups")),
                texts(node.get("users")),
                word(node, "administrators", Protection.Administrators.class));
    }

    private static GroupPolicies policies(JsonNode node) {
        return new GroupPolicies(
                word(node, "found", GroupPolicies.Found.class),
                word(node, "renamed", GroupPolicies.Renamed.class),
                word(node, "emptied", GroupPolicies.Emptied.class),
                word(node, "inactive", GroupPolicies.Inactive.class));
    }

    static UserMapping users(JsonNode node) {
        Map<DirectoryField, List<String>> fields = new EnumMap<>(DirectoryField.class);
        for (DirectoryField field : DirectoryField.values()) {
            Optional.ofNullable(node.get("fields").get(MappingWords.of(field)))
                    .ifPresent(templates -> fields.put(field, texts(templates)));
        }
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        node.get("attributes").properties().forEach(entry -> attributes.put(entry.getKey(), texts(entry.getValue())));
        return new UserMapping(userName(node.get("userName")), fields, attributes);
    }

    private static UserNameRule userName(JsonNode node) {
        return new UserNameRule(
                text(node, "source"),
                Optional.ofNullable(node.get("rewriting"))
                        .map(rewriting -> new Rewriting(text(rewriting, "pattern"), text(rewriting, "template"))),
                word(node, "letterCase", LetterCase.class),
                list(node.get("examples"), example -> new Example(text(example, "given"), text(example, "expected"))));
    }

    private static Missing missing(JsonNode node) {
        return word(node, "missing", Missing.class);
    }

    private static Then then(JsonNode node) {
        return word(node, "then", Then.class);
    }

    private static <E extends Enum<E>> E word(JsonNode node, String member, Class<E> constants) {
        String word = text(node, member);
        return Stream.of(constants.getEnumConstants())
                .filter(constant -> MappingWords.of(constant).equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonNode node, String member) {
        return node.get(member).textValue();
    }

    private static List<String> texts(JsonNode array) {
        return list(array, JsonNode::textValue);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>(array.size());
        array.forEach(element -> values.add(read.apply(element)));
        return values;
    }
}
