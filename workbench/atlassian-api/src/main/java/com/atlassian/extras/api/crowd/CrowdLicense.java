package com.atlassian.extras.api.crowd;

import com.atlassian.extras.api.ProductLicense;

/** Crowd's licence. */
public interface CrowdLicense extends ProductLicense {}
