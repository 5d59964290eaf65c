package org.scimsuite.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.bundle.MappingBundle.Signature;
import org.scimsuite.core.bundle.SignatureCheck.Broken;
import org.scimsuite.core.bundle.SignatureCheck.Trust;
import org.scimsuite.core.bundle.SignatureCheck.Unsigned;
import org.scimsuite.core.bundle.SignatureCheck.Valid;
import org.scimsuite.core.mapping.Mapping;

class BundleSignerTest {

    private static final KeyPair KEYS = BundleSigner.newKeys();
    private static final KeyPair OTHERS = BundleSigner.newKeys();

    private final MappingBundle bundle = BundleReader.read(BundleCorpusTest.bytes("valid-everything.json"));
    private final MappingBundle signed = BundleSigner.sign(bundle, KEYS);

    @Test
    void verifyWhenThereIsNoSignatureThenSaysSo() {
        assertThat(BundleSigner.verify(bundle, List.of(KEYS.getPublic()))).isEqualTo(new Unsigned());
    }

    @Test
    void verifyWhenTheKeyIsNotOnTheListThenValidButUnknown() {
        assertThat(BundleSigner.verify(signed, List.of(OTHERS.getPublic())))
                .isEqualTo(new Valid(BundleSigner.fingerprint(KEYS.getPublic()), Trust.UNKNOWN_KEY));
    }

    @Test
    void verifyWhenOnlyWhiteSpaceAndOrderAreOthersThenValid() {
        String written = BundleWriter.write(signed);
        String oneLine = written.replaceAll("\n *", "");
        String reordered =
                oneLine.replace("\"missing\": \"skip\",\"then\": \"goOn\"", "\"then\":\"goOn\",\"missing\":\"skip\"");

        assertThat(reordered).isNotEqualTo(oneLine);
        assertThat(BundleSigner.verify(
                        BundleReader.read(reordered.getBytes(StandardCharsets.UTF_8)), List.of(KEYS.getPublic())))
                .isEqualTo(new Valid(BundleSigner.fingerprint(KEYS.getPublic()), Trust.TRUSTED));
    }

    @Test
    void verifyWhenAPartOfAProductWasChangedThenBroken() {
        String changed = BundleWriter.write(signed).replace("2.5", "2.6");

        assertThat(BundleSigner.verify(
                        BundleReader.read(changed.getBytes(StandardCharsets.UTF_8)), List.of(KEYS.getPublic())))
                .isInstanceOf(Broken.class);
    }

    @Test
    void verifyWhenSignedWithAnotherKeyThanTheOneNamedThenBroken() {
        Signature mine = signed.signature().orElseThrow();
        Signature theirs = BundleSigner.sign(bundle, OTHERS).signature().orElseThrow();

        assertBroken(new Signature(mine.publicKey(), mine.fingerprint(), theirs.value()));
        assertBroken(new Signature(theirs.publicKey(), mine.fingerprint(), theirs.value()));
        assertBroken(new Signature("no key", mine.fingerprint(), mine.value()));
        assertBroken(new Signature(mine.publicKey(), mine.fingerprint(), "AAAA"));
        assertBroken(new Signature(mine.publicKey(), mine.fingerprint(), "no Base64"));
    }

    private void assertBroken(Signature signature) {
        assertThat(BundleSigner.verify(bundle.signedBy(Optional.of(signature)), List.of(KEYS.getPublic())))
                .as(signature.toString())
                .isInstanceOf(Broken.class);
    }

    @Test
    void canonicalWhenATextHasControlCharactersThenEscapedAsDocumented() {
        MappingBundle bundle = MappingBundle.of("\b\t\n\f\r\"\\/\u001f\u007f\u00fc", Mapping.NONE);

        assertThat(new String(BundleSigner.canonical(bundle), StandardCharsets.UTF_8))
                .startsWith("{\"directory\":\"\\b\\t\\n\\f\\r\\\"\\\\/\\u001F\u007f\u00fc\",\"format\"");
    }

    @Test
    void canonicalWhenMadeThenMembersAreSortedAndNothingIsBetweenThem() {
        MappingBundle empty = BundleReader.read(BundleCorpusTest.bytes("valid-empty.json"));

        assertThat(new String(BundleSigner.canonical(empty), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"directory\":\"Corporate\",\"format\":\"scim-suite-mapping\",\"formatVersion\":1,"
                                + "\"groups\":{\"policies\":{\"emptied\":\"keep\",\"found\":\"keep\",\"inactive\":\"keepGroups\","
                                + "\"renamed\":\"keepLocalGroup\"},\"protection\":{\"administrators\":\"protected\","
                                + "\"groups\":[],\"users\":[]},\"rules\":[],\"userRules\":[]},\"users\":{\"attributes\":{},"
                                + "\"fields\":{},\"userName\":{\"examples\":[],\"letterCase\":\"asIs\",\"source\":\"userName\"}}}");
    }
}
