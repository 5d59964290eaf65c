package org.scimsuite.atlassian.crowd;

import java.util.Optional;

/** Looks for a service of the product, anew at each call. */
public interface HostLookup {

    <T> Optional<T> find(Class<T> type);
}
