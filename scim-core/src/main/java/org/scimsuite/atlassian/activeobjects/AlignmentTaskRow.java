package org.scimsuite.atlassian.activeobjects;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** Table {@code ALIGNMENT_TASK}. */
@Table("ALIGNMENT_TASK")
@Preload
public interface AlignmentTaskRow extends Entity {

    @NotNull
    @Unique
    @StringLength(64)
    String getTaskId();

    void setTaskId(String value);

    @NotNull
    @Indexed
    @StringLength(64)
    String getConnectionId();

    void setConnectionId(String value);

    /** See {@link TaskScope}. */
    @NotNull
    @StringLength(20)
    String getScopeKind();

    void setScopeKind(String value);

    /** The ids or the key of the scope, one a line. */
    @StringLength(StringLength.UNLIMITED)
    String getScopeIds();

    void setScopeIds(String value);

    @NotNull
    @StringLength(20)
    String getRunState();

    void setRunState(String value);

    /** How far it has come. */
    @StringLength(StringLength.UNLIMITED)
    String getLastId();

    void setLastId(String value);

    int getDoneCount();

    void setDoneCount(int value);

    int getTotalCount();

    void setTotalCount(int value);

    long getCreatedAt();

    void setCreatedAt(long value);

    @StringLength(64)
    String getJournalId();

    void setJournalId(String value);

    @StringLength(StringLength.UNLIMITED)
    String getReason();

    void setReason(String value);
}
