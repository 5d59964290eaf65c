package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Lifecycle;

/** What would become of people under a mapping that need not be in force. Changes nothing. */
public final class Foresight {

    private final PeopleAligner people;
    private final DesiredMemberships memberships;
    private final UserViews views;
    private final UserRemapper remapper;

    Foresight(PeopleAligner people, DesiredMemberships memberships, UserViews views, UserRemapper remapper) {
        this.people = people;
        this.memberships = memberships;
        this.views = views;
        this.remapper = remapper;
    }

    /**
     * What would be done for a person.
     *
     * @param userName in the directory, or as recorded when the directory does not have the person
     * @param changes in their order
     * @param shut the local groups that a rule gives and that are protected, so that nothing is done about them
     * @param obstacles what could not be done, as sentences
     */
    public record PersonForesight(
            String userId, String userName, List<Change> changes, List<String> shut, List<String> obstacles) {
        public PersonForesight {
            changes = List.copyOf(changes);
            shut = List.copyOf(shut);
            obstacles = List.copyOf(obstacles);
        }
    }

    /** What would be done for some people, in their order. The directory is asked about each of them. */
    public List<PersonForesight> of(
            Connection connection, CompiledMapping before, CompiledMapping after, List<UserRecord> records) {
        ProvisioningContext context = context(connection);
        Map<String, PeopleAligner.Foreseen> foreseen = new HashMap<>();
        people.foresee(context, after, records.stream().map(UserRecord::scimId).toList())
                .forEach(found -> foreseen.put(found.person().userId(), found));
        return records.stream()
                .map(record -> of(context, before, after, record, foreseen))
                .toList();
    }

    private PersonForesight of(
            ProvisioningContext context,
            CompiledMapping before,
            CompiledMapping after,
            UserRecord record,
            Map<String, PeopleAligner.Foreseen> foreseen) {
        List<Change> changes = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        if (record.lifecycle() == Lifecycle.MANAGED) {
            try {
                changes.addAll(remapper.plan(context, record, new UserRemapper.Remapping(before, after))
                        .changes());
            } catch (ScimException e) {
                obstacles.add(e.error().detail());
            }
        }
        PeopleAligner.Foreseen found = foreseen.get(record.scimId());
        if (found == null) {
            return new PersonForesight(record.scimId(), record.directoryName(), changes, List.of(), obstacles);
        }
        changes.addAll(found.plan().changes());
        obstacles.addAll(found.plan().notes());
        return new PersonForesight(record.scimId(), found.person().name(), changes, found.shut(), obstacles);
    }

    /** The local groups that a person shall be in, by the name key of the group. */
    public Map<String, DesiredMembership> memberships(
            Connection connection, CompiledMapping mapping, UserRecord record) {
        return memberships.of(connection.id(), mapping, List.of(record)).getOrDefault(record.scimId(), Map.of());
    }

    /** What the provider has written about a person; empty of attributes when it has written nothing. */
    public ScimResource recorded(UserRecord record) {
        return views.recorded(record);
    }

    private static ProvisioningContext context(Connection connection) {
        return new ProvisioningContext(
                connection, "", new Unheard(), new Notes(connection.protocol().dialect()));
    }

    /** For what has no request. */
    private record Unheard() implements ProvisioningTrace {

        @Override
        public String journalId() {
            return "";
        }

        @Override
        public void subject(String scimId, String name) {
            // nobody listens
        }

        @Override
        public Alongside planned(ChangePlan plan) {
            return Alongside.NOTHING;
        }

        @Override
        public void decided(List<String> sentences) {
            // nobody listens
        }

        @Override
        public Alongside applied() {
            return Alongside.NOTHING;
        }

        @Override
        public void willAnswer(int status) {
            // there is no answer
        }

        @Override
        public void leftOver() {
            // nothing is left
        }

        @Override
        public void changed() {
            // nothing is
        }
    }
}
