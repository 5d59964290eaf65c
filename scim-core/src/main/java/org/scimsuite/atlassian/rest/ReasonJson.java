package org.scimsuite.atlassian.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.scimsuite.core.admin.MembershipReason;
import org.scimsuite.core.admin.MembershipReason.Chain;
import org.scimsuite.core.admin.MembershipReason.Given;
import org.scimsuite.core.admin.MembershipReason.Obstacle;
import org.scimsuite.core.admin.MembershipReason.Person;
import org.scimsuite.core.admin.MembershipReason.ProviderGroup;
import org.scimsuite.core.admin.MembershipReasons.PersonDecision;
import org.scimsuite.core.admin.ParkedMemberQueries.ParkedPage;
import org.scimsuite.core.mapping.GroupDecision;
import org.scimsuite.core.mapping.GroupDecision.Asked;
import org.scimsuite.core.mapping.GroupDecision.Outcome;
import org.scimsuite.core.mapping.LocalTarget;
import org.scimsuite.core.mapping.MappingWords;
import org.scimsuite.core.store.ParkedMember;

/** What the admin API answers about who is in which group, and why. */
final class ReasonJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReasonJson() {}

    static ObjectNode reason(MembershipReason reason) {
        ObjectNode node = JSON.objectNode();
        node.set("person", person(reason.person()));
        node.put("localGroup", reason.localGroup())
                .put("askedFor", !reason.chains().isEmpty())
                .put("directory", reason.directory().name());
        node.set("chains", AdminJson.array(reason.chains(), ReasonJson::chain));
        node.set("grant", reason.grant().map(ReasonJson::given).orElse(null));
        node.set("obstacles", AdminJson.array(reason.obstacles(), ReasonJson::obstacle));
        return node;
    }

    private static ObjectNode person(Person person) {
        return JSON.objectNode()
                .put("id", person.id())
                .put("userName", person.userName())
                .put("lifecycle", person.lifecycle().name());
    }

    private static ObjectNode chain(Chain chain) {
        ObjectNode node = JSON.objectNode().put("rule", chain.rule());
        node.set("way", AdminJson.array(chain.way(), ReasonJson::group));
        return node;
    }

    private static ObjectNode group(ProviderGroup group) {
        return JSON.objectNode().put("id", group.id()).put("name", group.name());
    }

    private static ObjectNode given(Given given) {
        return JSON.objectNode()
                .put("origin", given.origin().name())
                .put("since", given.since().toString())
                .put("journalId", given.journalId())
                .put("request", given.request().orElse(null))
                .put("received", given.received().map(Object::toString).orElse(null));
    }

    private static ObjectNode obstacle(Obstacle obstacle) {
        ObjectNode node = JSON.objectNode().put("kind", obstacle.kind().name()).put("sentence", obstacle.sentence());
        obstacle.group().ifPresent(group -> node.set("group", group(group)));
        node.set("asked", AdminJson.array(obstacle.asked(), ReasonJson::asked));
        return node;
    }

    private static ObjectNode asked(Asked asked) {
        ObjectNode node = JSON.objectNode().put("rule", asked.rule());
        if (asked.outcome() instanceof Outcome.UnusableName unusable) {
            return node.put("outcome", "UNUSABLE_NAME")
                    .put("name", unusable.name())
                    .put("problem", unusable.problem());
        }
        return node.put("outcome", asked.outcome() instanceof Outcome.Matched ? "MATCHED" : "NO_MATCH");
    }

    static ObjectNode decision(GroupDecision decision) {
        ObjectNode node = JSON.objectNode().put("decision", word(decision));
        if (decision instanceof GroupDecision.Ignored ignored) {
            node.put("rule", ignored.rule());
        }
        node.set("localGroups", AdminJson.array(decision.targets(), ReasonJson::target));
        node.set("asked", AdminJson.array(decision.asked(), ReasonJson::asked));
        return node;
    }

    private static String word(GroupDecision decision) {
        if (decision instanceof GroupDecision.Mapped) {
            return "MAPPED";
        }
        return decision instanceof GroupDecision.Ignored ? "IGNORED" : "UNMAPPED";
    }

    private static ObjectNode target(LocalTarget target) {
        return JSON.objectNode()
                .put("group", target.group())
                .put("rule", target.rule())
                .put("missing", MappingWords.of(target.missing()));
    }

    static ObjectNode decision(PersonDecision decision) {
        ObjectNode node = JSON.objectNode();
        node.set("person", person(decision.person()));
        var groups = node.putArray("localGroups");
        decision.chains().forEach((group, chains) -> groups.addObject()
                .put("group", group)
                .set("chains", AdminJson.array(chains, ReasonJson::chain)));
        return node;
    }

    static ObjectNode parked(ParkedPage page) {
        ObjectNode node = JSON.objectNode();
        node.set("members", AdminJson.array(page.members(), parked -> member(parked.member())
                .put("groupName", parked.groupName())));
        page.next().ifPresent(next -> node.set("next", member(next)));
        return node;
    }

    private static ObjectNode member(ParkedMember member) {
        return JSON.objectNode()
                .put("groupId", member.groupId())
                .put("memberId", member.memberId())
                .put("since", member.since().toString());
    }
}
