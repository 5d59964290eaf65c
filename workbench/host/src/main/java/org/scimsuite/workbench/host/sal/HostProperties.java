package org.scimsuite.workbench.host.sal;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

/**
 * What the host says about itself.
 *
 * @param origin scheme, host and port
 * @param context the context path
 * @param platform the product's short name, for instance {@code jira}
 */
public record HostProperties(String origin, String context, String platform) implements ApplicationProperties {

    @Override
    public String getBaseUrl(UrlMode urlMode) {
        return switch (urlMode) {
            case CANONICAL, ABSOLUTE, AUTO -> origin + context;
            case RELATIVE, RELATIVE_CANONICAL -> context;
        };
    }

    @Override
    public String getDisplayName() {
        return "Stand-in host (not " + platform + ')';
    }

    @Override
    public String getPlatformId() {
        return platform;
    }

    @Override
    public String getVersion() {
        return "0-stand-in";
    }
}
