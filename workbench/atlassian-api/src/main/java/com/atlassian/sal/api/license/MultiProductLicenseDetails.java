package com.atlassian.sal.api.license;

import java.util.Set;

/** A licence, which may be for several products. */
public interface MultiProductLicenseDetails {
    Set<ProductLicense> getProductLicenses();
}
