package com.atlassian.crowd.manager.license;

import com.atlassian.extras.api.crowd.CrowdLicense;

/** Crowd's licence, and who takes a seat of it. */
public interface CrowdLicenseManager {
    CrowdLicense getLicense();

    /** As Crowd counted it last. */
    int getCurrentResourceUsageTotal();
}
