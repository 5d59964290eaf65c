package org.scimsuite.crowd;

import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.scimsuite.atlassian.activeobjects.Tables;
import org.scimsuite.atlassian.embedded.ConnectionSource;
import org.scimsuite.atlassian.embedded.EmbeddedTables;
import org.scimsuite.atlassian.wiring.ProductHost;
import org.scimsuite.crowd.rdbms.LentConnections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Crowd is not known to have Active Objects: the plugin keeps its tables in Crowd's database itself. */
final class CrowdTables {

    private static final Logger LOG = LoggerFactory.getLogger(CrowdTables.class);

    private static final String LOCK = "org.scimsuite:tables";

    private CrowdTables() {}

    static Tables of(ProductHost host) {
        Lock ofThisNode = new ReentrantLock();
        return new EmbeddedTables(
                () -> connections(host), () -> host.services().clusterLock(LOCK).orElse(ofThisNode));
    }

    /** What Crowd lends comes first: it is Crowd's own pool, and needs no password. */
    private static ConnectionSource connections(ProductHost host) {
        Optional<ConnectionSource> lent =
                host.part("rdbms", () -> LentConnections.find(host.services()), Optional.<ConnectionSource>empty());
        LOG.info(
                lent.isPresent()
                        ? "The SCIM tables are reached by connections that Crowd lends"
                        : "Crowd lends no connections; the SCIM tables are reached as its configuration says");
        return lent.orElseGet(() -> ConfiguredDatabase.open(CrowdHome.configuration(), CrowdHome.loader()));
    }
}
