package org.scimsuite.confluence.accounts;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import java.util.Optional;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.confluence.Accounts;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Confluence's {@code UserAccessor}. It may refuse a request that nobody is logged in to; the directory does the work then.
 *
 * <p>How far proven: renaming as a public plugin calls it in Confluence 9 and 10; the other two as scripts of administrators do, and by the javadoc
 * of Confluence 7. Whether it acts without a logged-in administrator is open.
 */
public final class ConfluenceAccounts implements Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(ConfluenceAccounts.class);

    private final HostServices services;

    public ConfluenceAccounts(HostServices services) {
        this.services = services;
    }

    @Override
    public void rename(String oldName, String newName) {
        attempt("renamed", oldName, (accessor, user) -> accessor.renameUser(user, newName));
    }

    @Override
    public void setActive(String name, Activation activation) {
        attempt(activation.isActive() ? "reactivated" : "deactivated", name, (accessor, user) -> {
            if (activation.isActive()) {
                accessor.reactivateUser(user);
            } else {
                accessor.deactivateUser(user);
            }
        });
    }

    /** A call of Confluence. */
    @FunctionalInterface
    private interface Call {
        void on(UserAccessor accessor, ConfluenceUser user) throws Exception;
    }

    private void attempt(String what, String name, Call call) {
        Optional<UserAccessor> accessor = services.find(UserAccessor.class);
        if (accessor.isEmpty()) {
            return;
        }
        try {
            inTransaction(() -> {
                ConfluenceUser user = accessor.get().getUserByName(name);
                if (user != null) {
                    call.on(accessor.get(), user);
                }
            });
        } catch (Exception e) {
            LOG.warn("Confluence itself has not {} somebody; the directory does it", what, e);
        }
    }

    /** Work that may fail in any way. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private void inTransaction(Work work) throws Exception {
        Optional<TransactionTemplate> transactions = services.find(TransactionTemplate.class);
        if (transactions.isEmpty()) {
            work.run();
            return;
        }
        transactions.get().execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                // what is unchecked is rolled back
                throw new IllegalStateException(e);
            }
            return Boolean.TRUE;
        });
    }
}
