package org.scimsuite.core.connection;

/** Whether the sender of a request is let in. */
public sealed interface AuthenticationResult {

    /**
     * The token is good.
     *
     * @param tokenId the token's id, safe to log; never the token
     * @param scope what the sender may do
     */
    record Admitted(Connection connection, String tokenId, TokenScope scope) implements AuthenticationResult {}

    /** The request must be answered 401. The answer never tells the reason, which is for the journal only. */
    record Denied(Reason reason) implements AuthenticationResult {}

    /** Why somebody was not let in. */
    enum Reason {
        MISSING("No Authorization header was sent."),
        MALFORMED("The Authorization header holds no token of this server."),
        UNKNOWN("The token is not known."),
        EXPIRED("The token has expired. Issue a new one and enter it at the identity provider."),
        REVOKED("The token was revoked."),
        CONNECTION_GONE("The connection of the token was deleted.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** For the journal, which the product's admins read. */
        public String sentence() {
            return sentence;
        }
    }
}
