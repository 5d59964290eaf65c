package org.scimsuite.crowd.rdbms;

import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.scimsuite.atlassian.embedded.ConnectionSource;
import org.scimsuite.atlassian.wiring.HostServices;

/** Connections that Crowd lends its plugins, each for one transaction. */
public final class LentConnections implements ConnectionSource {

    private final HostServices services;

    private LentConnections(HostServices services) {
        this.services = services;
    }

    /** Empty when Crowd lends none. */
    public static Optional<ConnectionSource> find(HostServices services) {
        return services.find(TransactionalExecutorFactory.class).map(lender -> new LentConnections(services));
    }

    @Override
    public <T> T inTransaction(Function<Connection, T> work) {
        AtomicReference<RuntimeException> ofTheWork = new AtomicReference<>();
        try {
            return services.require(TransactionalExecutorFactory.class).create().execute(connection -> {
                try {
                    return work.apply(connection);
                } catch (RuntimeException e) {
                    ofTheWork.set(e);
                    throw e;
                }
            });
        } catch (RuntimeException e) {
            // the lender may have wrapped it
            throw Optional.ofNullable(ofTheWork.get()).orElse(e);
        }
    }
}
