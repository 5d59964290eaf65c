package org.scimsuite.atlassian.activeobjects;

class AoStoreContractsOnH2Test extends AoStoreContracts {

    AoStoreContractsOnH2Test() {
        super(TestActiveObjects.node(TestActiveObjects.newDatabase()));
    }
}
