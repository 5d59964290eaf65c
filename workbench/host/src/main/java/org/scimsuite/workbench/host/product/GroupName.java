package org.scimsuite.workbench.host.product;

import com.atlassian.crowd.embedded.api.Group;

/** A group of which only the name matters. */
public record GroupName(String getName) implements Group {
    @Override
    public int compareTo(Group other) {
        return getName.compareTo(other.getName());
    }
}
