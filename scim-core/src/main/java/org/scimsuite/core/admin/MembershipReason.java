package org.scimsuite.core.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.mapping.GroupDecision.Asked;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.UserRecord.Lifecycle;

/**
 * Why somebody is in a local group, or why not.
 *
 * @param localGroup as the directory spells it, or as it was asked for when there is none
 * @param chains what asks for the membership; empty when nothing does
 * @param obstacles what stands against it, or would be needed for it
 * @param grant what has been done about it
 * @param directory what the directory holds at this moment
 */
public record MembershipReason(
        Person person,
        String localGroup,
        List<Chain> chains,
        List<Obstacle> obstacles,
        Optional<Given> grant,
        Held directory) {

    public MembershipReason {
        chains = List.copyOf(chains);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Who it is about.
     *
     * @param id the SCIM id
     */
    public record Person(String id, String userName, Lifecycle lifecycle) {}

    /** A group of the provider. */
    public record ProviderGroup(String id, String name) {}

    /**
     * Why the membership is asked for.
     *
     * @param rule the name of the rule
     * @param way from the group that the person is a direct member of to the group that the rule is about; empty for a rule about the
     *     person
     */
    public record Chain(String rule, List<ProviderGroup> way) {
        public Chain {
            way = List.copyOf(way);
        }
    }

    /**
     * What was done.
     *
     * @param journalId the request or task that gave the membership
     * @param request what that was, such as {@code PATCH /Groups/42}; empty when the journal no longer has it
     * @param received when it came
     */
    public record Given(
            Grant.Origin origin,
            Instant since,
            String journalId,
            Optional<String> request,
            Optional<Instant> received) {}

    /** What the directory holds. */
    public enum Held {
        MEMBER,
        NO_MEMBER,
        NO_SUCH_GROUP,
        NO_SUCH_USER
    }

    /**
     * What stands against a membership.
     *
     * @param group the group of the provider that it is about
     * @param asked the rules that were asked about that group, in order
     */
    public record Obstacle(Kind kind, String sentence, Optional<ProviderGroup> group, List<Asked> asked) {
        public Obstacle {
            asked = List.copyOf(asked);
        }

        static Obstacle of(Kind kind, String sentence) {
            return new Obstacle(kind, sentence, Optional.empty(), List.of());
        }
    }

    /** What stands against a membership. */
    public enum Kind {
        PERSON_DELETED,
        /** The mapping withdraws the groups of people who are deactivated. */
        PERSON_INACTIVE,
        /** A group that gives it exists at the provider, and the person is not in it. */
        NOT_IN_PROVIDER_GROUP,
        /** The provider has put somebody into a group by an id that nobody has yet; it may be this person. */
        PARKED,
        /** A group that the person is in is ignored by a rule. */
        IGNORED,
        /** A group that the person is in has no rule. */
        UNMAPPED,
        /** A group that the person is in gives other local groups. */
        MAPPED_ELSEWHERE,
        CONDITION_FALSE,
        PROTECTED,
        /** The local group does not exist, and its rule does not create it. */
        LOCAL_GROUP_MISSING,
        DIRECTORY_REFUSES,
        /** The local group lets people in, and the product's licence has no seat left. */
        NO_SEAT,
        /** It is asked for and not done yet. */
        TASK_WAITING,
        /** Somebody took the person out by hand, or it could not be done. */
        NOT_CARRIED_OUT
    }
}
