package com.atlassian.sal.api.license;

/** What a licence says of one product. */
public interface ProductLicense {
    boolean isUnlimitedNumberOfUsers();

    int getNumberOfUsers();
}
