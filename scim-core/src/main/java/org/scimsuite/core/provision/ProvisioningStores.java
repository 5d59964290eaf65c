package org.scimsuite.core.provision;

import org.scimsuite.core.store.AlignmentTaskStore;
import org.scimsuite.core.store.GrantStore;
import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.MadeGroupStore;
import org.scimsuite.core.store.MembershipStore;
import org.scimsuite.core.store.UserRecordStore;

/** Where the desired state of all connections is kept, and what was done about it. */
public record ProvisioningStores(
        UserRecordStore users,
        GroupRecordStore groups,
        MembershipStore memberships,
        GrantStore grants,
        MadeGroupStore madeGroups,
        AlignmentTaskStore tasks) {}
