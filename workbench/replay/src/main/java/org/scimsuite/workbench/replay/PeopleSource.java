package org.scimsuite.workbench.replay;

import java.util.List;

/** Shows the users of the directory that a connection writes to, past SCIM. */
@FunctionalInterface
public interface PeopleSource {

    /** Returns the users exactly as stored, in any order. */
    List<Person> people();
}
