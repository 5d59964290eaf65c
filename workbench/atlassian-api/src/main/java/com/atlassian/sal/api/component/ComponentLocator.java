package com.atlassian.sal.api.component;

/** Finds components of the product that are no OSGi services. */
public abstract class ComponentLocator {
    private static volatile ComponentLocator componentLocator;

    protected ComponentLocator() {}

    /** Called by the host. */
    public static void setComponentLocator(ComponentLocator locator) {
        componentLocator = locator;
    }

    public static <T> T getComponent(Class<T> iface) {
        return componentLocator.getComponentInternal(iface);
    }

    protected abstract <T> T getComponentInternal(Class<T> iface);
}
