package org.scimsuite.atlassian.activeobjects;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Runs where the environment names a PostgreSQL server. */
@EnabledIfEnvironmentVariable(named = "SCIM_TEST_POSTGRES_URL", matches = "jdbc:.+")
class AoStoreContractsOnPostgresTest extends AoStoreContracts {

    AoStoreContractsOnPostgresTest() {
        super(TestActiveObjects.node(
                System.getenv("SCIM_TEST_POSTGRES_URL"),
                System.getenv("SCIM_TEST_POSTGRES_USER"),
                System.getenv("SCIM_TEST_POSTGRES_PASSWORD")));
    }
}
