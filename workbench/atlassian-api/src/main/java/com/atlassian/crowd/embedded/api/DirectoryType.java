package com.atlassian.crowd.embedded.api;

/** What kind of directory it is. The order is not known to be the product's. */
public enum DirectoryType {
    UNKNOWN,
    INTERNAL,
    CONNECTOR,
    CUSTOM,
    DELEGATING,
    CROWD,
    AZURE_AD
}
