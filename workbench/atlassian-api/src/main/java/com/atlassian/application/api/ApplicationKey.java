package com.atlassian.application.api;

/** Names an application that runs in a product, such as {@code jira-software}. */
public final class ApplicationKey {

    private final String value;

    private ApplicationKey(String value) {
        this.value = value;
    }

    public static ApplicationKey valueOf(String key) {
        return new ApplicationKey(key);
    }

    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ApplicationKey other && other.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
