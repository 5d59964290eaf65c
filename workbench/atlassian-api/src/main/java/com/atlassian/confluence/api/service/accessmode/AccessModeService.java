package com.atlassian.confluence.api.service.accessmode;

/** Whether Confluence may be written to. */
public interface AccessModeService {
    boolean isReadOnlyAccessModeEnabled();
}
