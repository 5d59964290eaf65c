package com.atlassian.crowd.embedded.api;

import java.io.Serializable;
import java.util.Date;
import java.util.Map;
import java.util.Set;

/** A user directory and its settings. */
public interface Directory extends Attributes, Serializable {
    Long getId();

    String getName();

    boolean isActive();

    String getEncryptionType();

    Map<String, String> getAttributes();

    Set<OperationType> getAllowedOperations();

    String getDescription();

    DirectoryType getType();

    String getImplementationClass();

    @SuppressWarnings("JavaUtilDate") // the type is the product's
    Date getCreatedDate();

    @SuppressWarnings("JavaUtilDate") // the type is the product's
    Date getUpdatedDate();
}
