package org.scimsuite.core.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.MappingWords;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserGroupRule;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.mapping.UserMapping.UserNameRule;

/** Writes bundles, the same text for the same bundle every time. */
public final class BundleWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BundleWriter() {}

    /** The document, one member or element a line. */
    public static String write(MappingBundle bundle) {
        ObjectNode root = content(bundle);
        bundle.signature().ifPresent(signature -> root.putObject("signature")
                .put("algorithm", BundleShape.ALGORITHM)
                .put("publicKey", signature.publicKey())
                .put("fingerprint", signature.fingerprint())
                .put("value", signature.value()));
        return PrettyJson.write(root);
    }

    /** All but the signature. */
    static ObjectNode content(MappingBundle bundle) {
        ObjectNode root = JSON.objectNode();
        root.put("format", BundleShape.FORMAT);
        root.put("formatVersion", BundleShape.VERSION);
        root.put("directory", bundle.directory());
        root.set("groups", groups(bundle.mapping().groups()));
        root.set("users", users(bundle.mapping().users()));
        if (!bundle.products().isEmpty()) {
            ObjectNode products = root.putObject("products");
            bundle.products().forEach((product, part) -> products.set(product, part.deepCopy()));
        }
        return root;
    }

    private static ObjectNode groups(GroupMapping groups) {
        ObjectNode node = JSON.objectNode();
        ArrayNode rules = node.putArray("rules");
        groups.rules().forEach(rule -> rules.add(rule(rule)));
        ArrayNode userRules = node.putArray("userRules");
        groups.userRules().forEach(rule -> userRules.add(userRule(rule)));
        Protection protection = groups.protection();
        node.set(
                "protection",
                JSON.objectNode()
                        .<ObjectNode>set("groups", texts(protection.groups()))
                        .<ObjectNode>set("users", texts(protection.users()))
                        .put("administrators", MappingWords.of(protection.administrators())));
        GroupPolicies policies = groups.policies();
        node.putObject("policies")
                .put("found", MappingWords.of(policies.found()))
                .put("renamed", MappingWords.of(policies.renamed()))
                .put("emptied", MappingWords.of(policies.emptied()))
                .put("inactive", MappingWords.of(policies.inactive()));
        return node;
    }

    private static ObjectNode rule(GroupRule rule) {
        ObjectNode node = JSON.objectNode();
        if (rule instanceof GroupRule.Table table) {
            node.put("type", "table").put("name", table.name());
            ArrayNode entries = node.putArray("entries");
            table.entries().forEach(entry -> entries.addObject()
                    .<ObjectNode>set("groups", texts(entry.groups()))
                    .set("localGroups", texts(entry.localGroups())));
            end(node, table.missing(), table.then());
        } else if (rule instanceof GroupRule.SameName sameName) {
            node.put("type", "sameName").put("name", sameName.name());
            end(node, sameName.missing(), sameName.then());
        } else if (rule instanceof GroupRule.Pattern pattern) {
            node.put("type", "pattern")
                    .put("name", pattern.name())
                    .put("pattern", pattern.pattern())
                    .put("template", pattern.template())
                    .put("letterCase", MappingWords.of(pattern.letterCase()));
            end(node, pattern.missing(), pattern.then());
        } else if (rule instanceof GroupRule.Ignore ignore) {
            node.put("type", "ignore").put("name", ignore.name());
            node.set("groups", texts(ignore.groups()));
            node.set("prefixes", texts(ignore.prefixes()));
            node.set("patterns", texts(ignore.patterns()));
        }
        return node;
    }

    private static void end(ObjectNode node, GroupRule.Missing missing, GroupRule.Then then) {
        node.put("missing", MappingWords.of(missing)).put("then", MappingWords.of(then));
    }

    private static ObjectNode userRule(UserGroupRule rule) {
        ObjectNode node = JSON.objectNode().put("name", rule.name());
        rule.condition().ifPresent(condition -> node.put("condition", condition));
        node.set("localGroups", texts(rule.localGroups()));
        return node.put("missing", MappingWords.of(rule.missing()));
    }

    private static ObjectNode users(UserMapping users) {
        ObjectNode node = JSON.objectNode();
        UserNameRule rule = users.userName();
        ObjectNode userName = node.putObject("userName").put("source", rule.source());
        rule.rewriting().ifPresent(rewriting -> userName.putObject("rewriting")
                .put("pattern", rewriting.pattern())
                .put("template", rewriting.template()));
        userName.put("letterCase", MappingWords.of(rule.letterCase()));
        ArrayNode examples = userName.putArray("examples");
        rule.examples()
                .forEach(example ->
                        examples.addObject().put("given", example.given()).put("expected", example.expected()));
        ObjectNode fields = node.putObject("fields");
        users.fields().forEach((field, templates) -> fields.set(MappingWords.of(field), texts(templates)));
        ObjectNode attributes = node.putObject("attributes");
        Map<String, List<String>> sorted = new TreeMap<>(users.attributes());
        sorted.forEach((name, templates) -> attributes.set(name, texts(templates)));
        return node;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
