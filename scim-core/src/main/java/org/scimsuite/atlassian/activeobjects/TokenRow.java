package org.scimsuite.atlassian.activeobjects;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** Table {@code TOKEN}; instants are milliseconds since 1970, absent ones {@code null}. */
@Table("TOKEN")
@Preload
public interface TokenRow extends Entity {

    @NotNull
    @Unique
    @StringLength(64)
    String getTokenId();

    void setTokenId(String value);

    /** SHA-256 of the token text; the text itself is nowhere. */
    @NotNull
    @Unique
    @StringLength(64)
    String getTokenHash();

    void setTokenHash(String value);

    @NotNull
    @Indexed
    @StringLength(64)
    String getConnectionId();

    void setConnectionId(String value);

    @StringLength(255)
    String getLabel();

    void setLabel(String value);

    /** {@code null} in a row of a version in which every token could write. */
    @StringLength(20)
    String getTokenScope();

    void setTokenScope(String value);

    long getCreatedAt();

    void setCreatedAt(long value);

    Long getExpiresAt();

    void setExpiresAt(Long value);

    Long getLastUsedAt();

    void setLastUsedAt(Long value);

    Long getRevokedAt();

    void setRevokedAt(Long value);
}
