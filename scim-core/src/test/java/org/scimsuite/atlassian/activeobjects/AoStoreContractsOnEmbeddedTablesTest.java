package org.scimsuite.atlassian.activeobjects;

import org.scimsuite.atlassian.embedded.TestDataSource;

class AoStoreContractsOnEmbeddedTablesTest extends AoStoreContracts {

    AoStoreContractsOnEmbeddedTablesTest() {
        super(TestDataSource.h2().node());
    }
}
