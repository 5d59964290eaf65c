package org.scimsuite.atlassian.activeobjects;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** Table {@code MEMBERSHIP}: one row for each group and direct member. What nobody reads from a row is not loaded with it. */
@Table("MEMBERSHIP")
@Preload({"MEMBERSHIP_KEY", "GROUP_ID", "MEMBER_ID", "KIND", "DISPLAY", "SINCE_AT", "JOURNAL_ID"})
public interface MembershipRow extends Entity {

    /**
     * A key of connection and group, and behind it one of the member: a member is found in its index, all members of a group
     * are a range of it, and nobody is a member twice.
     */
    @NotNull
    @Unique
    @StringLength(64)
    String getMembershipKey();

    void setMembershipKey(String value);

    /** Hash of connection and member. */
    @NotNull
    @Indexed
    @StringLength(64)
    String getMemberHash();

    void setMemberHash(String value);

    @NotNull
    @StringLength(64)
    String getConnectionId();

    void setConnectionId(String value);

    @NotNull
    @StringLength(64)
    String getGroupId();

    void setGroupId(String value);

    @NotNull
    @StringLength(255)
    String getMemberId();

    void setMemberId(String value);

    @NotNull
    @StringLength(20)
    String getKind();

    void setKind(String value);

    /** Since when, in milliseconds; of rows from before this was kept it is 0. */
    long getSinceAt();

    void setSinceAt(long value);

    /** The journal entry of the request that named the member; {@code null} in rows from before this was kept. */
    @StringLength(64)
    String getJournalId();

    void setJournalId(String value);

    /** While parked: a key of the connection, and behind it one of group and member. {@code null} for everybody else. */
    @Indexed
    @StringLength(64)
    String getParkedKey();

    void setParkedKey(String value);

    @StringLength(255)
    String getDisplay();

    void setDisplay(String value);
}
