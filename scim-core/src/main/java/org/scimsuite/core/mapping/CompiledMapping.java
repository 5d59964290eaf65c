package org.scimsuite.core.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.filter.FilterParser;
import org.scimsuite.core.mapping.GroupDecision.Asked;
import org.scimsuite.core.mapping.GroupDecision.Ignored;
import org.scimsuite.core.mapping.GroupDecision.Mapped;
import org.scimsuite.core.mapping.GroupDecision.Outcome;
import org.scimsuite.core.mapping.GroupDecision.Unmapped;
import org.scimsuite.core.mapping.GroupPolicies.Renamed;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.ResourceType;

/** The group part of a {@link Mapping}, made once and asked often: patterns compiled, tables indexed, conditions bound. Immutable, and shared by threads. */
public final class CompiledMapping {

    private static final Outcome NO_MATCH = new Outcome.NoMatch();
    private static final Outcome MATCHED = new Outcome.Matched();

    private final Mapping mapping;
    private final List<ReadyRule> rules;
    private final List<ReadyUserRule> userRules;
    private final Set<String> protectedGroups;
    private final Set<String> protectedUsers;
    private final UserProjection users;

    private record ReadyRule(GroupRule rule, CompiledGroupRule compiled) {}

    private record ReadyUserRule(UserGroupRule rule, Optional<BoundFilter> condition) {}

    private CompiledMapping(
            Mapping mapping, List<ReadyRule> rules, List<ReadyUserRule> userRules, UserProjection users) {
        this.mapping = mapping;
        this.users = users;
        this.rules = rules;
        this.userRules = userRules;
        Protection protection = mapping.groups().protection();
        this.protectedGroups = new HashSet<>();
        protection.groups().forEach(group -> protectedGroups.add(DirectoryGroup.nameKey(group)));
        this.protectedUsers = new HashSet<>();
        protection.users().forEach(user -> protectedUsers.add(DirectoryUser.nameKey(user)));
    }

    /**
     * Makes a mapping ready.
     *
     * @param users the type of the users that conditions will be asked about
     * @throws InvalidMappingException naming the first rule that cannot be used
     */
    public static CompiledMapping of(Mapping mapping, ResourceType users) {
        List<ReadyRule> rules = new ArrayList<>();
        for (GroupRule rule : mapping.groups().rules()) {
            try {
                rules.add(new ReadyRule(rule, CompiledGroupRule.of(rule)));
            } catch (InvalidMappingException e) {
                throw ofRule(rule.name(), e);
            }
        }
        List<ReadyUserRule> userRules = new ArrayList<>();
        for (UserGroupRule rule : mapping.groups().userRules()) {
            try {
                userRules.add(new ReadyUserRule(rule, rule.condition().map(text -> condition(text, users))));
            } catch (InvalidMappingException e) {
                throw ofRule(rule.name(), e);
            }
        }
        return new CompiledMapping(mapping, rules, userRules, UserProjection.of(mapping.users(), users));
    }

    private static InvalidMappingException ofRule(String rule, InvalidMappingException cause) {
        return new InvalidMappingException("Rule \"" + rule + "\": " + cause.getMessage(), cause);
    }

    /** @throws InvalidMappingException with the position of what is wrong, or the attribute that users do not have */
    static BoundFilter condition(String text, ResourceType users) {
        try {
            return BoundFilter.bind(FilterParser.parse(text), users);
        } catch (ScimException e) {
            throw new InvalidMappingException(e.error().detail(), e);
        }
    }

    /** What it was made of. */
    public Mapping mapping() {
        return mapping;
    }

    /** What becomes of the attributes of people. */
    public UserProjection users() {
        return users;
    }

    public GroupPolicies policies() {
        return mapping.groups().policies();
    }

    /** Which local groups the members of a group get, and why. */
    public GroupDecision decide(ProvidedGroup group) {
        List<String> names = names(group);
        Map<String, LocalTarget> targets = new LinkedHashMap<>();
        List<Asked> asked = new ArrayList<>();
        for (ReadyRule ready : rules) {
            GroupRule rule = ready.rule();
            Optional<List<String>> local = ready.compiled().localGroups(names, group.externalId());
            asked.add(new Asked(
                    rule.name(),
                    local.map(found -> outcome(rule, found, targets)).orElse(NO_MATCH)));
            if (local.isPresent() && rule.then() == GroupRule.Then.STOP) {
                return rule instanceof GroupRule.Ignore && targets.isEmpty()
                        ? new Ignored(rule.name(), asked)
                        : decision(targets, asked);
            }
        }
        return decision(targets, asked);
    }

    private static GroupDecision decision(Map<String, LocalTarget> targets, List<Asked> asked) {
        return targets.isEmpty() ? new Unmapped(asked) : new Mapped(List.copyOf(targets.values()), asked);
    }

    /** The names that rules are about; the first one is what local groups are named after. */
    private List<String> names(ProvidedGroup group) {
        boolean follows = policies().renamed() == Renamed.FOLLOW;
        if (follows || group.firstName().equals(group.name())) {
            return List.of(group.name());
        }
        return List.of(group.firstName(), group.name());
    }

    private static Outcome outcome(GroupRule rule, List<String> localGroups, Map<String, LocalTarget> targets) {
        Outcome outcome = MATCHED;
        for (String localGroup : localGroups) {
            String name = localGroup.strip();
            Optional<String> problem = LocalNames.problem(name);
            if (problem.isPresent()) {
                outcome = new Outcome.UnusableName(name, problem.get());
            } else {
                add(new LocalTarget(name, rule.name(), missing(rule)), targets);
            }
        }
        return outcome;
    }

    private static void add(LocalTarget target, Map<String, LocalTarget> targets) {
        targets.putIfAbsent(DirectoryGroup.nameKey(target.group()), target);
    }

    private static GroupRule.Missing missing(GroupRule rule) {
        if (rule instanceof GroupRule.Table table) {
            return table.missing();
        }
        if (rule instanceof GroupRule.Pattern pattern) {
            return pattern.missing();
        }
        return rule instanceof GroupRule.SameName sameName ? sameName.missing() : GroupRule.Missing.SKIP;
    }

    /** The local groups that a person gets whatever groups the provider has; each once, under the first rule that gives it. */
    public List<LocalTarget> userGroups(ScimResource user) {
        Map<String, LocalTarget> targets = new LinkedHashMap<>();
        for (ReadyUserRule ready : userRules) {
            if (ready.condition().map(condition -> condition.matches(user)).orElse(true)) {
                UserGroupRule rule = ready.rule();
                rule.localGroups()
                        .forEach(name -> add(new LocalTarget(name.strip(), rule.name(), rule.missing()), targets));
            }
        }
        return List.copyOf(targets.values());
    }

    /**
     * Whether provisioning never touches who is in a local group.
     *
     * @param administratorGroups the groups of the product's administrators
     */
    public boolean isProtectedGroup(String name, Collection<String> administratorGroups) {
        String key = DirectoryGroup.nameKey(name);
        return protectedGroups.contains(key)
                || (mapping.groups().protection().administrators() == Protection.Administrators.PROTECTED
                        && administratorGroups.stream()
                                .anyMatch(group -> DirectoryGroup.nameKey(group).equals(key)));
    }

    /** Whether a person is named as protected; members of protected groups are protected too, which is not known here. */
    public boolean isProtectedUser(String name) {
        return protectedUsers.contains(DirectoryUser.nameKey(name));
    }
}
