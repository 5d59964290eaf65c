package org.scimsuite.core.provision;

import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.MembershipStore;
import org.scimsuite.core.store.UserRecordStore;

/**
 * Where the desired state of all connections is kept.
 *
 * @param alignment what was done about local groups
 */
public record ProvisioningStores(
        UserRecordStore users, GroupRecordStore groups, MembershipStore memberships, AlignmentStores alignment) {}
