package com.atlassian.bitbucket.license;

import com.atlassian.extras.api.bitbucket.BitbucketServerLicense;

/** Bitbucket's licence, and who takes a seat of it. */
public interface LicenseService {
    BitbucketServerLicense get();

    int getLicensedUsersCount();
}
