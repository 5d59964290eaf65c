package org.scimsuite.core.product;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.product.LeaverStep.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends nothing that belongs to somebody else of the same name. Sessions, tokens and leads go by the name, and by a name a product means the
 * person of the first directory that has it.
 */
public record EffectiveLeavers(UserDirectoryPort directory, LeaverPort leavers) implements LeaverPort {

    private static final Logger LOG = LoggerFactory.getLogger(EffectiveLeavers.class);

    @Override
    public List<LeaverStep> leave(Leaver leaver) {
        try {
            Optional<DirectoryInfo> other = directory.directories().stream()
                    .filter(info -> directory
                            .findUserByName(info.id(), leaver.user().name())
                            .isPresent())
                    .findFirst()
                    .filter(info -> info.id() != leaver.user().directoryId())
                    .filter(info -> directory
                            .findUserByName(info.id(), leaver.user().name())
                            .filter(DirectoryUser::isActive)
                            .isPresent());
            return other.isPresent()
                    ? List.of(new LeaverStep(
                            Outcome.NOTHING_TO_DO,
                            "Nothing was ended: by this name the product means somebody active in the directory \""
                                    + other.get().name() + "\"."))
                    : leavers.leave(leaver);
        } catch (DirectoryException e) {
            LOG.warn("The directories do not say whom the product means by a name", e);
            return List.of(new LeaverStep(
                    Outcome.FAILED,
                    "Nothing was ended: the directories do not say whom the product means by this name."));
        }
    }
}
