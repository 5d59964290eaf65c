package org.scimsuite.atlassian.activeobjects;

import java.util.List;
import net.java.ao.Entity;

/** All tables there are. A descriptor names the same classes to a product that makes the tables itself. */
public final class Rows {

    public static final List<Class<? extends Entity>> ALL = List.of(
            ConnectionRow.class,
            TokenRow.class,
            SecretRow.class,
            UserRecordRow.class,
            ExtensionSchemaRow.class,
            GroupRecordRow.class,
            MembershipRow.class,
            MappingVersionRow.class,
            GrantRow.class,
            MadeGroupRow.class,
            AlignmentTaskRow.class,
            JournalRow.class);

    private Rows() {}
}
