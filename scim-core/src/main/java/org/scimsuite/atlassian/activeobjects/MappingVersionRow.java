package org.scimsuite.atlassian.activeobjects;

import net.java.ao.Entity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** Table {@code MAPPING_VERSION}. What is read of a row is named by each query: the number in force is asked for often, the document is large. */
@Table("MAPPING_VERSION")
public interface MappingVersionRow extends Entity {

    /** A key of the connection, and behind it the number in the order of numbers: the latest is the end of a range of the index. */
    @NotNull
    @Unique
    @StringLength(64)
    String getVersionKey();

    void setVersionKey(String value);

    @NotNull
    @StringLength(64)
    String getConnectionId();

    void setConnectionId(String value);

    long getVersionNumber();

    void setVersionNumber(long value);

    /** The mapping as JSON. */
    @StringLength(StringLength.UNLIMITED)
    String getDocument();

    void setDocument(String value);

    @StringLength(StringLength.UNLIMITED)
    String getAuthor();

    void setAuthor(String value);

    long getCreatedAt();

    void setCreatedAt(long value);

    @StringLength(StringLength.UNLIMITED)
    String getRemark();

    void setRemark(String value);
}
