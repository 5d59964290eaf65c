package org.scimsuite.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.scimsuite.core.bundle.SignatureCheck.Trust;
import org.scimsuite.core.bundle.SignatureCheck.Valid;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.MappingDiff;

class BundlePropertyTest {

    private static final KeyPair KEYS = BundleSigner.newKeys();

    @Provide
    Arbitrary<Mapping> mappings() {
        return Mappings.any();
    }

    @Property(tries = 500)
    void readWhenWrittenThenIsTheSameBundle(@ForAll("mappings") Mapping mapping) {
        MappingBundle bundle = MappingBundle.of("Corporate", mapping);
        String written = BundleWriter.write(bundle);
        MappingBundle read = BundleReader.read(written.getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(bundle);
        assertThat(BundleWriter.write(read)).isEqualTo(written);
    }

    @Property(tries = 200)
    void verifyWhenSignedWrittenAndReadThenIsValidForThisMappingOnly(
            @ForAll("mappings") Mapping mapping, @ForAll("mappings") Mapping other) {
        MappingBundle signed = BundleSigner.sign(MappingBundle.of("Corporate", mapping), KEYS);
        MappingBundle read = BundleReader.read(BundleWriter.write(signed).getBytes(StandardCharsets.UTF_8));
        MappingBundle changed = MappingBundle.of("Corporate", other).signedBy(signed.signature());

        assertThat(BundleSigner.verify(read, List.of(KEYS.getPublic())))
                .isEqualTo(new Valid(BundleSigner.fingerprint(KEYS.getPublic()), Trust.TRUSTED));
        if (!other.equals(mapping)) {
            assertThat(BundleSigner.verify(changed, List.of(KEYS.getPublic())))
                    .isInstanceOf(SignatureCheck.Broken.class);
        }
    }

    @Property(tries = 500)
    void diffWhenEmptyThenTheMappingsAreEqual(@ForAll("mappings") Mapping before, @ForAll("mappings") Mapping after) {
        assertThat(MappingDiff.between(before, after).isEmpty()).isEqualTo(before.equals(after));
        assertThat(MappingDiff.between(before, before)).isEmpty();
    }
}
