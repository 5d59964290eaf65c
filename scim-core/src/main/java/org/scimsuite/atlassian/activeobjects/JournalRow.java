package org.scimsuite.atlassian.activeobjects;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** Table {@code JOURNAL}; notes and plan are JSON arrays of strings. */
@Table("JOURNAL")
@Preload
public interface JournalRow extends Entity {

    @NotNull
    @Unique
    @StringLength(64)
    String getEntryId();

    void setEntryId(String value);

    @Indexed
    long getReceivedAt();

    void setReceivedAt(long value);

    @Indexed
    @StringLength(64)
    String getConnectionId();

    void setConnectionId(String value);

    @StringLength(64)
    String getTokenId();

    void setTokenId(String value);

    @StringLength(20)
    String getHttpMethod();

    void setHttpMethod(String value);

    @StringLength(StringLength.UNLIMITED)
    String getRequestPath();

    void setRequestPath(String value);

    int getStatusCode();

    void setStatusCode(int value);

    @NotNull
    @StringLength(20)
    String getOutcome();

    void setOutcome(String value);

    @StringLength(20)
    String getScimType();

    void setScimType(String value);

    @StringLength(StringLength.UNLIMITED)
    String getDetail();

    void setDetail(String value);

    @Indexed
    @StringLength(64)
    String getSubjectId();

    void setSubjectId(String value);

    @StringLength(StringLength.UNLIMITED)
    String getSubjectName();

    void setSubjectName(String value);

    @StringLength(StringLength.UNLIMITED)
    String getNotes();

    void setNotes(String value);

    @StringLength(StringLength.UNLIMITED)
    String getChangePlan();

    void setChangePlan(String value);

    @StringLength(StringLength.UNLIMITED)
    String getRequestBody();

    void setRequestBody(String value);

    long getDurationMillis();

    void setDurationMillis(long value);
}
