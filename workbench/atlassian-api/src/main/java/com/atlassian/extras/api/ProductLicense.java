package com.atlassian.extras.api;

/** What a licence says of its product. */
public interface ProductLicense {
    /** −1 is any number. */
    int getMaximumNumberOfUsers();
}
