package org.scimsuite.atlassian.crowd.effective;

import com.atlassian.crowd.embedded.api.Group;
import org.scimsuite.core.directory.DirectoryGroup;

/** A group to be created. */
record NewGroup(String name) implements Group {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int compareTo(Group other) {
        return DirectoryGroup.nameKey(name).compareTo(DirectoryGroup.nameKey(other.getName()));
    }
}
