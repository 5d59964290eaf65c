package org.scimsuite.atlassian.embedded;

class EmbeddedTablesOnH2Test extends EmbeddedTablesCase {

    EmbeddedTablesOnH2Test() {
        super(TestDataSource.h2());
    }
}
