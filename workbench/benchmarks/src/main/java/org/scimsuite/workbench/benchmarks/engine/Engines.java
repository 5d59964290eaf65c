package org.scimsuite.workbench.benchmarks.engine;

/** The engines that are compared. */
public enum Engines {
    SCIM_SUITE("SCIM Suite") {
        @Override
        Engine open() {
            return new ScimSuite();
        }
    },
    UNBOUNDID("UnboundID SCIM 2 SDK") {
        @Override
        Engine open() throws Exception {
            return new UnboundId();
        }
    },
    SCIM_SDK("SCIM-SDK") {
        @Override
        Engine open() {
            return new ScimSdk();
        }
    },
    SCIMPLE("Apache SCIMple") {
        @Override
        Engine open() {
            return new Scimple();
        }
    };

    private final String title;

    Engines(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract Engine open() throws Exception;
}
