package org.scimsuite.core.provision;

import java.util.List;
import java.util.Optional;

/**
 * A page of found resources.
 *
 * @param total how many there are on all pages
 * @param next where the next page begins, for {@link ResourceQuery.PageRequest.After}; empty on the last page
 */
public record ResourcePage(
        int total, List<? extends ProvisionedResource> resources, Optional<ResourceQuery.Mark> next) {

    public ResourcePage {
        resources = List.copyOf(resources);
    }
}
