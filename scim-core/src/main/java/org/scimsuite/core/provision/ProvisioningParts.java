package org.scimsuite.core.provision;

import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.store.UserRecordStore;

/** The parts of provisioning, assembled once by {@link Provisioning}. */
record ProvisioningParts(
        UserDirectoryPort directory,
        UserRecordStore store,
        UserRecords records,
        UserReader reader,
        UserHealer healer,
        UserResolver resolver,
        WritePath writePath,
        UserAlignments alignments,
        UserAdmissions admissions,
        Shadows shadows,
        UserViews views,
        DesiredUsers desired,
        UserConflicts conflicts,
        RecordLocks locks) {}
