package org.scimsuite.atlassian.activeobjects;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.scimsuite.atlassian.embedded.TestDataSource;

/** Runs where the environment names a PostgreSQL server. */
@EnabledIfEnvironmentVariable(named = "SCIM_TEST_POSTGRES_URL", matches = "jdbc:.+")
class AoStoreContractsOnEmbeddedTablesOnPostgresTest extends AoStoreContracts {

    AoStoreContractsOnEmbeddedTablesOnPostgresTest() {
        super(TestDataSource.postgres("embedded_contracts").node());
    }
}
