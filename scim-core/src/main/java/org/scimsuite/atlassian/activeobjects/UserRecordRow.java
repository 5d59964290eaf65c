package org.scimsuite.atlassian.activeobjects;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/**
 * Table {@code USER_RECORD}. Values of any length are in unlimited columns, which cannot be searched; look-ups go by hashes.
 * What is loaded with a row is what makes a record: the library takes its time for each column named here.
 */
@Table("USER_RECORD")
@Preload({
    "SCIM_ID",
    "CONNECTION_ID",
    "NAME_KEY",
    "EXTERNAL_ID",
    "DIRECTORY_NAME",
    "DIRECTORY_EXTERNAL_ID",
    "LIFECYCLE",
    "PROGRESS",
    "SCIM_ATTRIBUTES",
    "CREATED_AT",
    "MODIFIED_AT",
    "REVISION"
})
public interface UserRecordRow extends Entity {

    /** Hash of connection and SCIM id. */
    @NotNull
    @Unique
    @StringLength(64)
    String getRecordKey();

    void setRecordKey(String value);

    /** Hash of connection and name key: the database decides who gets a name. */
    @NotNull
    @Unique
    @StringLength(64)
    String getNameHash();

    void setNameHash(String value);

    /**
     * A prefix for the connection and {@code NameOrder.key} of the name key: pages are ranges of its index. Short enough for
     * the index of any database with four bytes for each character.
     */
    @Indexed
    @StringLength(190)
    String getSortKey();

    void setSortKey(String value);

    /** Hash of connection and externalId; {@code null} without one. */
    @Indexed
    @StringLength(64)
    String getExternalHash();

    void setExternalHash(String value);

    /** Hash of connection and the directory's stable id; {@code null} without one. */
    @Indexed
    @StringLength(64)
    String getDirectoryHash();

    void setDirectoryHash(String value);

    @NotNull
    @Indexed
    @StringLength(64)
    String getConnectionId();

    void setConnectionId(String value);

    @NotNull
    @StringLength(64)
    String getScimId();

    void setScimId(String value);

    @StringLength(StringLength.UNLIMITED)
    String getNameKey();

    void setNameKey(String value);

    @StringLength(StringLength.UNLIMITED)
    String getExternalId();

    void setExternalId(String value);

    @StringLength(StringLength.UNLIMITED)
    String getDirectoryName();

    void setDirectoryName(String value);

    @StringLength(StringLength.UNLIMITED)
    String getDirectoryExternalId();

    void setDirectoryExternalId(String value);

    @NotNull
    @StringLength(20)
    String getLifecycle();

    void setLifecycle(String value);

    @NotNull
    @Indexed
    @StringLength(20)
    String getProgress();

    void setProgress(String value);

    @StringLength(StringLength.UNLIMITED)
    String getScimAttributes();

    void setScimAttributes(String value);

    long getCreatedAt();

    void setCreatedAt(long value);

    long getModifiedAt();

    void setModifiedAt(long value);

    long getRevision();

    void setRevision(long value);
}
