package org.scimsuite.workbench.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;

/**
 * Signs plugin jars as Atlassian's Universal Plugin Manager wants them signed: a detached Ed25519 signature of the whole file
 * (RFC 8032, not of a hash).
 *
 * <p>The signature is written twice, because Atlassian's documentation shows both forms: its 64 bytes as they are, and as one line of Base64.
 */
public final class PluginSigner {

    /** Ends the name of the file with the 64 bytes. */
    public static final String SIGNATURE = ".sig";

    /** Ends the name of the file with the line of Base64. */
    public static final String BASE64 = ".sig.txt";

    private static final String ALGORITHM = "Ed25519";

    private final SigningIdentity identity;

    public PluginSigner(SigningIdentity identity) {
        this.identity = identity;
    }

    /**
     * Writes the signature of a jar beside it.
     *
     * @throws IllegalStateException when the certificate does not belong to the key, so that nobody could verify the signature
     */
    public void sign(Path jar) throws GeneralSecurityException, IOException {
        byte[] content = Files.readAllBytes(jar);
        Signature signer = Signature.getInstance(ALGORITHM);
        signer.initSign(identity.key());
        signer.update(content);
        byte[] signature = signer.sign();
        Signature verifier = Signature.getInstance(ALGORITHM);
        verifier.initVerify(identity.certificate());
        verifier.update(content);
        if (!verifier.verify(signature)) {
            throw new IllegalStateException("The certificate in the key store belongs to another key.");
        }
        Files.write(jar.resolveSibling(jar.getFileName() + SIGNATURE), signature);
        Files.writeString(
                jar.resolveSibling(jar.getFileName() + BASE64),
                Base64.getEncoder().encodeToString(signature) + "\n");
    }
}
