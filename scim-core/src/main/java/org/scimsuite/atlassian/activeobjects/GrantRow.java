package org.scimsuite.atlassian.activeobjects;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** Table {@code LOCAL_GRANT}: one row for each person and local group that a connection stands behind. */
@Table("LOCAL_GRANT")
@Preload
public interface GrantRow extends Entity {

    /** A key of connection and local group, and behind it one of the person: as in {@link MembershipRow}. */
    @NotNull
    @Unique
    @StringLength(64)
    String getGrantKey();

    void setGrantKey(String value);

    /** Hash of connection and person. */
    @NotNull
    @Indexed
    @StringLength(64)
    String getUserHash();

    void setUserHash(String value);

    @NotNull
    @StringLength(64)
    String getConnectionId();

    void setConnectionId(String value);

    @NotNull
    @StringLength(64)
    String getUserId();

    void setUserId(String value);

    /** As the directory spells it. */
    @NotNull
    @StringLength(StringLength.UNLIMITED)
    String getLocalGroup();

    void setLocalGroup(String value);

    @NotNull
    @StringLength(20)
    String getOrigin();

    void setOrigin(String value);

    long getSinceAt();

    void setSinceAt(long value);

    @StringLength(64)
    String getJournalId();

    void setJournalId(String value);
}
