package org.scimsuite.atlassian.activeobjects;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** Table {@code SECRET}: what the nodes of a cluster share and nobody else may know. */
@Table("SECRET")
@Preload
public interface SecretRow extends Entity {

    @NotNull
    @Unique
    @StringLength(64)
    String getSecretName();

    void setSecretName(String value);

    @NotNull
    @StringLength(255)
    String getSecretText();

    void setSecretText(String value);
}
