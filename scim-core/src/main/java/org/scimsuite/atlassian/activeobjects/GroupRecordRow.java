package org.scimsuite.atlassian.activeobjects;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** Table {@code GROUP_RECORD}. Values of any length are in unlimited columns, which cannot be searched; look-ups go by hashes. */
@Table("GROUP_RECORD")
@Preload
public interface GroupRecordRow extends Entity {

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

    /** See {@link SortKey}. */
    @Indexed
    @StringLength(190)
    String getSortKey();

    void setSortKey(String value);

    /** Hash of connection and externalId; {@code null} without one. */
    @Indexed
    @StringLength(64)
    String getExternalHash();

    void setExternalHash(String value);

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
    String getDisplayName();

    void setDisplayName(String value);

    /** Of a row that was made before there was this column {@code null}: the name is the first that is known. */
    @StringLength(StringLength.UNLIMITED)
    String getFirstName();

    void setFirstName(String value);

    @StringLength(StringLength.UNLIMITED)
    String getExternalId();

    void setExternalId(String value);

    @StringLength(StringLength.UNLIMITED)
    String getScimAttributes();

    void setScimAttributes(String value);

    long getCreatedAt();

    void setCreatedAt(long value);

    long getModifiedAt();

    void setModifiedAt(long value);

    long getRevision();

    void setRevision(long value);

    /** See {@link CompareAndSet}. */
    @StringLength(64)
    String getClaim();

    void setClaim(String value);
}
