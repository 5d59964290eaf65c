package org.scimsuite.workbench.host.directory;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How the stand-in keeps passwords: good enough for invented people, not for real ones. */
final class Credentials {

    private Credentials() {}

    static String digest(String salt, PasswordCredential credential) {
        return credential == null || credential.getCredential() == null ? "" : hash(salt, credential.getCredential());
    }

    static boolean matches(UserRow user, String password) {
        return !user.credential().isEmpty()
                && MessageDigest.isEqual(
                        user.credential().getBytes(StandardCharsets.UTF_8),
                        hash(user.externalId(), password).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String salt, String password) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((salt + ':' + password).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
