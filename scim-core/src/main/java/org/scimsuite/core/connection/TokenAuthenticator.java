package org.scimsuite.core.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.scimsuite.core.connection.AuthenticationResult.Admitted;
import org.scimsuite.core.connection.AuthenticationResult.Denied;
import org.scimsuite.core.connection.AuthenticationResult.Reason;

/**
 * Decides who is let in, by the bearer token of the {@code Authorization} header. Tokens are accepted as {@code Bearer x} in
 * any case, as the bare token (Okta's header mode), and as the password of Basic credentials. Good tokens are remembered for
 * {@link #MEMORY}, so a revocation spreads over a cluster within that time.
 */
public final class TokenAuthenticator {

    /** How long a look-up is trusted. */
    public static final Duration MEMORY = Duration.ofSeconds(60);

    private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 1000;
    private static final int MAX_HEADER_LENGTH = 4096;

    private final ConnectionStore connections;
    private final TokenStore tokens;
    private final Clock clock;

    /** By SHA-256 of the token. */
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    /** When a use was last noted, by token id. */
    private final Map<String, Instant> touched = new ConcurrentHashMap<>();

    public TokenAuthenticator(ConnectionStore connections, TokenStore tokens, Clock clock) {
        this.connections = connections;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Decides by the value of the {@code Authorization} header. */
    public AuthenticationResult authenticate(Optional<String> authorizationHeader) {
        if (authorizationHeader.filter(value -> !value.isBlank()).isEmpty()) {
            return new Denied(Reason.MISSING);
        }
        return authorizationHeader
                .flatMap(TokenAuthenticator::token)
                .map(this::authenticateToken)
                .orElse(new Denied(Reason.MALFORMED));
    }

    /** Forgets what was looked up, so that a change on this node holds at once. */
    public void forget() {
        remembered.clear();
    }

    private AuthenticationResult authenticateToken(String text) {
        Instant now = clock.instant();
        String sha256 = TokenText.sha256(text);
        Remembered known = remembered.get(sha256);
        if (known != null && now.isBefore(known.until()) && known.token().isValidAt(now)) {
            return admit(known, now);
        }
        remembered.remove(sha256);
        return lookUp(sha256, now);
    }

    private AuthenticationResult lookUp(String sha256, Instant now) {
        Optional<AccessToken> found = tokens.findBySha256(sha256).filter(token -> isSame(token.sha256(), sha256));
        if (found.isEmpty()) {
            return new Denied(Reason.UNKNOWN);
        }
        AccessToken token = found.get();
        if (!token.isValidAt(now)) {
            return new Denied(token.revokedAt().isPresent() ? Reason.REVOKED : Reason.EXPIRED);
        }
        Optional<Connection> connection = connections.find(token.connectionId());
        if (connection.isEmpty()) {
            return new Denied(Reason.CONNECTION_GONE);
        }
        if (remembered.size() >= MAX_REMEMBERED) {
            remembered.clear();
        }
        Remembered entry = new Remembered(token, connection.get(), now.plus(MEMORY));
        remembered.put(sha256, entry);
        return admit(entry, now);
    }

    private AuthenticationResult admit(Remembered entry, Instant now) {
        String tokenId = entry.token().id();
        Instant before = touched.get(tokenId);
        if (before == null || !now.isBefore(before.plus(TOUCH_INTERVAL))) {
            touched.put(tokenId, now);
            tokens.touch(tokenId, now);
        }
        return new Admitted(entry.connection(), tokenId, entry.token().scope());
    }

    /** In constant time, whatever the store compared by. */
    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<String> token(String header) {
        String value = header.strip();
        if (value.length() > MAX_HEADER_LENGTH) {
            return Optional.empty();
        }
        String lower = value.toLowerCase(Locale.ROOT);
        Optional<String> token = Optional.of(value);
        if (lower.startsWith("bearer ")) {
            token = Optional.of(value.substring("bearer ".length()).strip());
        } else if (lower.startsWith("basic ")) {
            token = basicPassword(value.substring("basic ".length()).strip());
        }
        return token.filter(text -> text.startsWith(TokenText.PREFIX));
    }

    private static Optional<String> basicPassword(String encoded) {
        try {
            String credentials = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = credentials.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(credentials.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Remembered(AccessToken token, Connection connection, Instant until) {}
}
