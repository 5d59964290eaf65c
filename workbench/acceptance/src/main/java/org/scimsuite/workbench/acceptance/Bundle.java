package org.scimsuite.workbench.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.scimsuite.workbench.replay.Mappings;

/** A mapping under construction, begun as the one of the documentation and without its rules. */
public final class Bundle {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode document;

    private Bundle() {
        try {
            document = (ObjectNode) JSON.readTree(Mappings.bundle("dev-users"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The mapping is no JSON.", e);
        }
        rules().removeAll();
    }

    public static Bundle empty() {
        return new Bundle();
    }

    /** Adds a rule by which one group of the provider gives one local group. */
    public Bundle table(String group, String localGroup) {
        return table(List.of(group), localGroup);
    }

    /** Adds a rule by which several groups of the provider give the same local group, made when it is missing. */
    public Bundle table(List<String> groups, String localGroup) {
        ObjectNode rule = rule("table", "By hand " + rules().size());
        ObjectNode entry = rule.putArray("entries").addObject();
        groups.forEach(entry.putArray("groups")::add);
        entry.putArray("localGroups").add(localGroup);
        rule.put("missing", "create").put("then", "stop");
        return this;
    }

    /** Adds the rule by which every group gives the local group of its name, made when it is missing. */
    public Bundle onTheFly() {
        rule("sameName", "On the fly").put("missing", "create").put("then", "stop");
        return this;
    }

    /** Adds the rule by which everybody of whom this SCIM filter is true is in a local group, made when it is missing. */
    public Bundle people(String filter, String localGroup) {
        ObjectNode rule = ((ArrayNode) document.at("/groups/userRules")).addObject();
        rule.put("name", localGroup).put("condition", filter).put("missing", "create");
        rule.putArray("localGroups").add(localGroup);
        return this;
    }

    /** Protects a local group. */
    public Bundle protectGroup(String group) {
        ((ArrayNode) document.at("/groups/protection/groups")).add(group);
        return this;
    }

    /** Protects a person. */
    public Bundle protectUser(String userName) {
        ((ArrayNode) document.at("/groups/protection/users")).add(userName);
        return this;
    }

    /** Sets one of the policies. */
    public Bundle policy(String name, String value) {
        ((ObjectNode) document.at("/groups/policies")).put(name, value);
        return this;
    }

    public JsonNode json() {
        return document;
    }

    private ObjectNode rule(String type, String name) {
        return rules().addObject().put("type", type).put("name", name);
    }

    private ArrayNode rules() {
        return (ArrayNode) document.at("/groups/rules");
    }
}
