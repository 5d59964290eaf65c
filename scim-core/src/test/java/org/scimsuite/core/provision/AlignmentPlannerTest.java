package org.scimsuite.core.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.mapping.GroupPolicies.Found;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.provision.AlignmentPlanner.Person;
import org.scimsuite.core.provision.AlignmentPlanner.Plan;
import org.scimsuite.core.provision.AlignmentPlanner.Surroundings;
import org.scimsuite.core.provision.Change.AddToGroup;
import org.scimsuite.core.provision.Change.CreateGroup;
import org.scimsuite.core.provision.Change.RemoveFromGroup;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.store.Grant.Origin;

/** What is to be done for one person and the local group "Team". */
class AlignmentPlannerTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30Z");

    private static final Map<String, DesiredMembership> WANTED =
            Map.of("team", new DesiredMembership("Team", Missing.CREATE, List.of()));
    private static final Optional<Set<String>> NOBODY_LOOKED = Optional.empty();
    private static final Optional<Set<String>> SEEN = Optional.of(Set.of("team"));
    private static final Optional<Set<String>> MISSED = Optional.of(Set.of());

    private static Grant grant(Origin origin) {
        return new Grant("okta", "ana-id", "Team", origin, NOW, "entry-1");
    }

    private static Person person(
            Map<String, DesiredMembership> desired, List<Grant> grants, Optional<Set<String>> actual) {
        return new Person("ana-id", "ana", Activation.ACTIVE, desired, grants, actual, Map.of());
    }

    private static Plan plan(Person person) {
        return plan(person, Found.KEEP, Map.of("team", "TEAM"));
    }

    private static Plan plan(Person person, Found found, Map<String, String> localGroups) {
        return AlignmentPlanner.plan(
                person, new Surroundings(localGroups, "Vault"::equals, found, "okta", NOW, "entry-1"));
    }

    @Test
    void planWhenWantedAndNotThereThenGivenAsTheDirectorySpellsIt() {
        Plan plan = plan(person(WANTED, List.of(), MISSED));

        assertThat(plan.changes()).containsExactly(new AddToGroup("ana", "TEAM"));
        assertThat(plan.given()).containsExactly(new Grant("okta", "ana-id", "TEAM", Origin.GIVEN, NOW, "entry-1"));
        assertThat(plan.ended()).isEmpty();
    }

    @Test
    void planWhenTheGroupIsMissingThenMadeFirst() {
        Plan plan = plan(person(WANTED, List.of(), MISSED), Found.KEEP, Map.of());

        assertThat(plan.changes()).containsExactly(new CreateGroup("Team"), new AddToGroup("ana", "Team"));
    }

    @Test
    void planWhenTheGroupIsMissingAndItsRuleSkipsThenNotedAndNotGranted() {
        Map<String, DesiredMembership> skipped = Map.of("team", new DesiredMembership("Team", Missing.SKIP, List.of()));

        Plan plan = plan(person(skipped, List.of(), MISSED), Found.KEEP, Map.of());

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.given()).isEmpty();
        assertThat(plan.notes()).singleElement().asString().contains("does not exist");
    }

    @Test
    void planWhenWantedAndThereBeforeThenGrantedAsFound() {
        Plan plan = plan(person(WANTED, List.of(), SEEN));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.given()).extracting(Grant::origin).containsExactly(Origin.FOUND);
    }

    @Test
    void planWhenThereBecauseAnotherConnectionGaveItThenGrantedAsGiven() {
        Plan plan = plan(
                new Person("ana-id", "ana", Activation.ACTIVE, WANTED, List.of(), SEEN, Map.of("team", Origin.GIVEN)));

        assertThat(plan.given()).extracting(Grant::origin).containsExactly(Origin.GIVEN);
    }

    @Test
    void planWhenGrantedAndNobodyLookedThenNothing() {
        Plan plan = plan(person(WANTED, List.of(grant(Origin.GIVEN)), NOBODY_LOOKED));

        assertThat(plan).isEqualTo(new Plan(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void planWhenGrantedAndMissedThenGivenAgain() {
        Plan plan = plan(person(WANTED, List.of(grant(Origin.GIVEN)), MISSED));

        assertThat(plan.changes()).containsExactly(new AddToGroup("ana", "TEAM"));
    }

    @Test
    void planWhenNoLongerWantedThenTakenAndTheGrantEnds() {
        Plan plan = plan(person(Map.of(), List.of(grant(Origin.GIVEN)), NOBODY_LOOKED));

        assertThat(plan.changes()).containsExactly(new RemoveFromGroup("ana", "TEAM"));
        assertThat(plan.ended()).containsExactly(grant(Origin.GIVEN));
    }

    @Test
    void planWhenNoLongerWantedAndGoneAlreadyThenOnlyTheGrantEnds() {
        Plan plan = plan(person(Map.of(), List.of(grant(Origin.GIVEN)), MISSED));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.ended()).hasSize(1);
    }

    @Test
    void planWhenFoundThenItEndsOnlyWhereThePolicyTakesOver() {
        Person person = person(Map.of(), List.of(grant(Origin.FOUND)), SEEN);
        Map<String, String> groups = Map.of("team", "Team");

        assertThat(plan(person, Found.KEEP, groups).changes()).isEmpty();
        assertThat(plan(person, Found.REPORT, groups).changes()).isEmpty();
        assertThat(plan(person, Found.REPORT, groups).notes()).hasSize(1);
        assertThat(plan(person, Found.TAKE_OVER, groups).changes()).containsExactly(new RemoveFromGroup("ana", "Team"));
    }

    @Test
    void planWhenAnotherConnectionAsksForItThenStays() {
        Plan plan = plan(new Person(
                "ana-id",
                "ana",
                Activation.ACTIVE,
                Map.of(),
                List.of(grant(Origin.GIVEN)),
                SEEN,
                Map.of("team", Origin.FOUND)));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.ended()).hasSize(1);
        assertThat(plan.notes()).singleElement().asString().contains("another connection asks for it");
    }

    @Test
    void planWhenTheGroupIsProtectedByNowThenGrantAndMembershipStayAndNobodyJoins() {
        Grant before = new Grant("okta", "ana-id", "Vault", Origin.GIVEN, NOW, "entry-1");
        Map<String, DesiredMembership> wanted =
                Map.of("vault", new DesiredMembership("Vault", Missing.CREATE, List.of()));
        Map<String, String> groups = Map.of("vault", "Vault");

        assertThat(plan(person(Map.of(), List.of(before), SEEN), Found.KEEP, groups))
                .isEqualTo(new Plan(List.of(), List.of(), List.of(), List.of()));
        assertThat(plan(person(wanted, List.of(), MISSED), Found.KEEP, groups).changes())
                .isEmpty();
    }
}
