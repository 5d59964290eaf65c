package org.scimsuite.atlassian.embedded;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Runs where the environment names a PostgreSQL server. */
@EnabledIfEnvironmentVariable(named = "SCIM_TEST_POSTGRES_URL", matches = "jdbc:.+")
class EmbeddedTablesOnPostgresTest extends EmbeddedTablesCase {

    EmbeddedTablesOnPostgresTest() {
        super(TestDataSource.postgres("embedded_tables"));
    }
}
