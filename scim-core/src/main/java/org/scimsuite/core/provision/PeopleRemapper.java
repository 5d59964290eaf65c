package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.provision.UserRemapper.Remapping;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes people as a mapping says that was saved, where the task of that mapping has come to. Who is refused is left as before. */
final class PeopleRemapper {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleRemapper.class);

    private final Supplier<UserRemapper> remapper;
    private final UserRecordStore users;
    private final MappingSource mappings;

    /**
     * @param remapper asked for when it is needed, as it needs alignments itself
     */
    PeopleRemapper(Supplier<UserRemapper> remapper, UserRecordStore users, MappingSource mappings) {
        this.remapper = remapper;
        this.users = users;
        this.mappings = mappings;
    }

    /** Somebody who stays as before, and why. */
    private record Refusal(String id, String reason) {}

    /** The change of the rules for users that a task follows from; empty when there is none. */
    Optional<Remapping> remapping(AlignmentTask task) {
        if (!(task.scope() instanceof Scope.Everybody everybody)) {
            return Optional.empty();
        }
        CompiledMapping after = mappings.current(task.connectionId());
        return everybody
                .mappingBefore()
                .flatMap(version -> mappings.find(task.connectionId(), version))
                .filter(before ->
                        !before.mapping().users().equals(after.mapping().users()))
                .map(before -> new Remapping(before, after));
    }

    /**
     * Makes people as the mapping says. Names that move on to others are free behind them: who is refused is asked for once more at the end.
     *
     * @throws DirectoryException when the directory is out of reach
     * @throws ScimException 503 when another request is changing one of them all the time
     */
    void remap(ProvisioningContext context, List<String> ids, Remapping remapping) {
        ProvisioningContext quiet = new ProvisioningContext(
                context.connection(), context.baseUri(), new RemappingTrace(context.trace()), context.notes());
        List<Refusal> refused = refused(quiet, ids, remapping);
        List<String> again = refused.stream().map(Refusal::id).toList();
        for (Refusal refusal : refused(quiet, again, remapping)) {
            String name = users.findById(context.connectionId(), refusal.id())
                    .map(UserRecord::directoryName)
                    .orElse(refusal.id());
            LOG.info("The user {} does not follow the mapping that was saved", refusal.id());
            context.notes().add("\"" + name + "\" does not follow the mapping that was saved: " + refusal.reason());
        }
    }

    private List<Refusal> refused(ProvisioningContext context, List<String> ids, Remapping remapping) {
        List<Refusal> refused = new ArrayList<>();
        for (String id : ids) {
            try {
                remapper.get().apply(context, id, remapping);
            } catch (ScimException refusal) {
                if (refusal.error().status() >= 500) {
                    throw refusal;
                }
                refused.add(new Refusal(id, refusal.error().detail()));
            } catch (DirectoryException.UserExists
                    | DirectoryException.InvalidUser
                    | DirectoryException.NotPermitted
                    | DirectoryException.UserNotFound refusal) {
                refused.add(new Refusal(id, refusal.getMessage()));
            }
        }
        return refused;
    }
}
