package org.scimsuite.core.provision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.GroupPolicies.Inactive;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.UserRecord;

/** What changes of people do to their local groups, and whom provisioning leaves alone. */
final class UserAlignments {

    private final Alignments alignments;
    private final MappingSource mappings;
    private final Protections protections;

    UserAlignments(Alignments alignments, MappingSource mappings, Protections protections) {
        this.alignments = alignments;
        this.mappings = mappings;
        this.protections = protections;
    }

    /** Carries on what was left of other requests. */
    void carryOn(ProvisioningContext context) {
        alignments.carryOn(context);
    }

    /**
     * Checks that a plan does nothing to somebody who is protected.
     *
     * @throws ScimException 403
     */
    void check(ProvisioningContext context, ChangePlan plan) {
        protections.checkPeople(context, plan);
    }

    /**
     * For a person who is created or changed: local groups depend on it where a rule or policy is about people, and where a parked
     * member may arrive with it.
     */
    Alignment ofChange(ProvisioningContext context, Optional<UserRecord> before, UserRecord next) {
        CompiledMapping mapping = mappings.current(context.connectionId());
        boolean mayArrive = before.filter(record -> record.externalId().equals(next.externalId())
                        && record.nameKey().equals(next.nameKey()))
                .isEmpty();
        boolean matters = !mapping.mapping().groups().userRules().isEmpty()
                || (alignments.isMapping(context)
                        && (mayArrive || mapping.policies().inactive() == Inactive.WITHDRAW_GROUPS));
        return of(context, next, matters);
    }

    /** For a change behind which everybody is aligned anyway. */
    Alignment none(ProvisioningContext context) {
        return new Alignment(alignments, context);
    }

    /** For a person who is deleted. */
    Alignment ofDeletion(ProvisioningContext context, UserRecord next) {
        return of(context, next, alignments.isMapping(context));
    }

    private Alignment of(ProvisioningContext context, UserRecord next, boolean matters) {
        Alignment alignment = new Alignment(alignments, context);
        Map<Scope, Integer> person = Map.of(new Scope.Users(List.of(next.scimId())), 1);
        alignment.concerns(matters ? person : Map.of(), "The user \"" + next.directoryName() + "\" was changed.");
        return alignment;
    }
}
