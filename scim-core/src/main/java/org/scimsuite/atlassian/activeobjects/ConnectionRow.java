package org.scimsuite.atlassian.activeobjects;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** Table {@code CONNECTION}; instants are milliseconds since 1970. */
@Table("CONNECTION")
@Preload
public interface ConnectionRow extends Entity {

    @NotNull
    @Unique
    @StringLength(64)
    String getConnectionId();

    void setConnectionId(String value);

    /** Hash of the lower-case name: unique whatever the collation of the database. */
    @NotNull
    @Unique
    @StringLength(64)
    String getNameHash();

    void setNameHash(String value);

    @NotNull
    @StringLength(255)
    String getDisplayName();

    void setDisplayName(String value);

    long getDirectoryId();

    void setDirectoryId(long value);

    @NotNull
    @StringLength(20)
    String getDeletePolicy();

    void setDeletePolicy(String value);

    @NotNull
    @StringLength(20)
    String getRunMode();

    void setRunMode(String value);

    /** {@code null} in a row of a version that had no protocol settings. */
    @StringLength(20)
    String getStrictness();

    void setStrictness(String value);

    /** Names of tolerances with blanks between them; {@code null} for none. */
    @StringLength(StringLength.UNLIMITED)
    String getSwitchedOff();

    void setSwitchedOff(String value);

    /** {@code null} in a row of a version that had no protocol settings. */
    @StringLength(20)
    String getUnknownAttributes();

    void setUnknownAttributes(String value);

    /** {@code null} in a row of a version that had no limit. */
    Integer getRequestsPerSecond();

    void setRequestsPerSecond(Integer value);

    /** Empty or {@code null} for none. */
    @StringLength(255)
    String getSuccessor();

    void setSuccessor(String value);

    long getCreatedAt();

    void setCreatedAt(long value);

    long getRevision();

    void setRevision(long value);

    /** See {@link CompareAndSet}. */
    @StringLength(64)
    String getClaim();

    void setClaim(String value);
}
