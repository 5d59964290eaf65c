package com.atlassian.extras.api.bitbucket;

import com.atlassian.extras.api.ProductLicense;

/** Bitbucket's licence. */
public interface BitbucketServerLicense extends ProductLicense {}
