package org.scimsuite.core.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupPolicies.Emptied;
import org.scimsuite.core.mapping.GroupPolicies.Found;
import org.scimsuite.core.mapping.GroupPolicies.Inactive;
import org.scimsuite.core.mapping.GroupPolicies.Renamed;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.LetterCase;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserGroupRule;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.mapping.UserMapping.Rewriting;
import org.scimsuite.core.mapping.UserMapping.UserNameRule;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** A connection with its mappings, of which the test knows by itself what they mean. */
final class ModelledProvider {

    private static final GroupRule SAME_NAME = new GroupRule.SameName("same", Missing.CREATE, Then.STOP);

    private final TestServer scim;
    private final Connection connection;
    private final List<Meaning> mappings;
    private final Found found;
    private final Inactive inactive;
    private int mapping;

    private ModelledProvider(
            TestServer scim, Connection connection, List<Meaning> mappings, Found found, Inactive inactive) {
        this.scim = scim;
        this.connection = connection;
        this.mappings = mappings;
        this.found = found;
        this.inactive = inactive;
    }

    /**
     * Rules, and what they say.
     *
     * @param local the name key of the local group of a group, by its name key
     * @param bosses the name key of the local group of whose title is Boss
     */
    private record Meaning(
            List<GroupRule> rules,
            List<UserGroupRule> userRules,
            UserMapping users,
            Function<String, Optional<String>> local,
            Optional<String> bosses) {}

    /** Has written everybody; takes the groups away from whoever is deactivated; calls people otherwise in the directory. */
    static ModelledProvider master(TestServer scim, Found found) {
        List<Meaning> mappings = List.of(
                new Meaning(List.of(SAME_NAME), List.of(), UserMapping.PLAIN, Optional::of, Optional.empty()),
                new Meaning(
                        List.of(pattern("local-$1")),
                        bosses("Alpha"),
                        names("u-$1"),
                        group -> Optional.of("local-" + group),
                        Optional.of("alpha")),
                new Meaning(
                        List.of(table(List.of("alpha", "beta"), "Shared")),
                        List.of(),
                        names("$1-x"),
                        group -> group.equals("gamma") ? Optional.empty() : Optional.of("shared"),
                        Optional.empty()));
        return new ModelledProvider(scim, scim.connection(), mappings, found, Inactive.WITHDRAW_GROUPS);
    }

    /** Knows the same people, and gives some of the same local groups. */
    static ModelledProvider second(TestServer scim, Found found) {
        List<Meaning> mappings = List.of(
                new Meaning(List.of(SAME_NAME), bosses("Alpha"), UserMapping.PLAIN, Optional::of, Optional.of("alpha")),
                new Meaning(
                        List.of(table(List.of("gamma"), "Shared")),
                        List.of(),
                        UserMapping.PLAIN,
                        group -> group.equals("gamma") ? Optional.of("shared") : Optional.empty(),
                        Optional.empty()),
                new Meaning(
                        List.of(pattern("local-alpha")),
                        List.of(),
                        UserMapping.PLAIN,
                        group -> Optional.of("local-alpha"),
                        Optional.empty()));
        return new ModelledProvider(scim, scim.connect("Second"), mappings, found, Inactive.KEEP_GROUPS);
    }

    private static GroupRule pattern(String template) {
        return new GroupRule.Pattern("pattern", "(.*a)", template, LetterCase.LOWER, Missing.CREATE, Then.STOP);
    }

    private static GroupRule table(List<String> groups, String local) {
        return new GroupRule.Table(
                "table", List.of(new GroupRule.Table.Entry(groups, List.of(local))), Missing.CREATE, Then.STOP);
    }

    private static List<UserGroupRule> bosses(String local) {
        return List.of(new UserGroupRule("bosses", Optional.of("title eq \"Boss\""), List.of(local), Missing.CREATE));
    }

    private static UserMapping names(String template) {
        return new UserMapping(
                new UserNameRule("userName", Optional.of(new Rewriting("(.*)", template)), LetterCase.AS_IS, List.of()),
                Map.of(),
                Map.of());
    }

    Connection connection() {
        return connection;
    }

    /** Whether a membership that was there before ends with the last rule. */
    boolean takesOver() {
        return found == Found.TAKE_OVER;
    }

    /** Another of its mappings holds from now on. */
    void map(int number) {
        mapping = number % mappings.size();
        Meaning meaning = mappings.get(mapping);
        GroupPolicies policies = new GroupPolicies(found, Renamed.FOLLOW, Emptied.REMOVE, inactive);
        scim.map(
                connection,
                new Mapping(
                        new GroupMapping(meaning.rules(), meaning.userRules(), Protection.ADMINISTRATORS, policies),
                        meaning.users()));
    }

    Reply send(String method, String target, String body) {
        return scim.send(connection, method, target, body);
    }

    Reply patch(String target, String operation) {
        return send("PATCH", target, TestServer.patchBody("[" + operation + "]"));
    }

    JsonNode resources(String endpoint) {
        return send("GET", endpoint + "?count=100", "").json().at("/Resources");
    }

    Optional<String> any(String endpoint, int number) {
        List<String> ids = new ArrayList<>();
        resources(endpoint).forEach(resource -> ids.add(resource.at("/id").asText()));
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(number % ids.size()));
    }

    /** By hand, from what SCIM shows: the name keys of the local groups that each person shall be in, by display name. */
    Map<String, Set<String>> wanted() {
        Map<String, List<String>> direct = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        resources("/Groups").forEach(group -> {
            List<String> ids = new ArrayList<>();
            group.at("/members").forEach(member -> ids.add(member.at("/value").asText()));
            direct.put(group.at("/id").asText(), ids);
            names.put(
                    group.at("/id").asText(), group.at("/displayName").asText().toLowerCase(Locale.ROOT));
        });
        Map<String, Set<String>> wanted = new HashMap<>();
        resources("/Users").forEach(user -> {
            if (inactive == Inactive.KEEP_GROUPS || user.at("/active").asBoolean()) {
                wanted.put(user.at("/displayName").asText(), local(user, direct, names));
            }
        });
        return wanted;
    }

    private Set<String> local(JsonNode user, Map<String, List<String>> direct, Map<String, String> names) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(user.at("/id").asText()));
        while (!open.isEmpty()) {
            String member = open.remove(0);
            direct.forEach((group, ids) -> {
                if (ids.contains(member) && reached.add(group)) {
                    open.add(group);
                }
            });
        }
        Meaning meaning = mappings.get(mapping);
        Set<String> local = new HashSet<>();
        reached.forEach(group -> meaning.local().apply(names.get(group)).ifPresent(local::add));
        meaning.bosses()
                .filter(group -> user.at("/title").asText().equals("Boss"))
                .ifPresent(local::add);
        return local;
    }
}
