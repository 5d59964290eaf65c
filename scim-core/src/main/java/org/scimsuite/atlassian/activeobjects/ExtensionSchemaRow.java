package org.scimsuite.atlassian.activeobjects;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** Table {@code EXTENSION_SCHEMA}. */
@Table("EXTENSION_SCHEMA")
@Preload
public interface ExtensionSchemaRow extends Entity {

    /** Hash of the lower-case URI. */
    @NotNull
    @Unique
    @StringLength(64)
    String getUriHash();

    void setUriHash(String value);

    @NotNull
    @StringLength(255)
    String getUri();

    void setUri(String value);

    @NotNull
    @StringLength(64)
    String getResourceType();

    void setResourceType(String value);

    boolean isRequired();

    void setRequired(boolean value);

    @NotNull
    @StringLength(StringLength.UNLIMITED)
    String getDocument();

    void setDocument(String value);

    long getRevision();

    void setRevision(long value);

    /** See {@link CompareAndSet}. */
    @StringLength(64)
    String getClaim();

    void setClaim(String value);
}
