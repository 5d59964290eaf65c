package com.atlassian.sal.api.license;

import java.util.Collection;

/** The licences of the product. */
public interface LicenseHandler {
    Collection<MultiProductLicenseDetails> getAllProductLicenses();
}
