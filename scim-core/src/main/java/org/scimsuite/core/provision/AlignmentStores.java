package org.scimsuite.core.provision;

import org.scimsuite.core.store.AlignmentTaskStore;
import org.scimsuite.core.store.GrantStore;
import org.scimsuite.core.store.MadeGroupStore;

/** Where it is kept what was done, and is still to be done, about local groups. */
public record AlignmentStores(GrantStore grants, MadeGroupStore madeGroups, AlignmentTaskStore tasks) {}
