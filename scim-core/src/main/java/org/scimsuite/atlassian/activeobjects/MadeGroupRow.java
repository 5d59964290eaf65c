package org.scimsuite.atlassian.activeobjects;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** Table {@code MADE_GROUP}: a row for each local group that provisioning has made, for each attempt to make it that was not taken back. */
@Table("MADE_GROUP")
@Preload
public interface MadeGroupRow extends Entity {

    /** Hash of directory and name key. */
    @NotNull
    @Indexed
    @StringLength(64)
    String getGroupKey();

    void setGroupKey(String value);

    long getDirectoryId();

    void setDirectoryId(long value);

    /** As it was spelled when it was made. */
    @NotNull
    @StringLength(StringLength.UNLIMITED)
    String getGroupName();

    void setGroupName(String value);
}
