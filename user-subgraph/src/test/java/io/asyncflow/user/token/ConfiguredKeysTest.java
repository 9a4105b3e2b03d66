package io.asyncflow.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.asyncflow.service.WrongSetting;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredKeysTest {

    private final ECKey good = Es256.generate();

    @Test
    void keepsTheNameThatTheOperatorGaveIt() throws JOSEException {
        var named = new ECKeyGenerator(Curve.P_256).keyID("2026-11").generate();
        assertThat(read(named.toJSONString()).getKeyID()).isEqualTo("2026-11");
    }

    @Test
    void isNamedByItsThumbprintOtherwise() throws JOSEException {
        var nameless = new ECKeyGenerator(Curve.P_256).generate();
        assertThat(read(nameless.toJSONString()).getKeyID())
                .isEqualTo(nameless.computeThumbprint().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "{}", "{\"kty\": \"EC\"}", "[]", "-----BEGIN PRIVATE KEY-----"})
    void refusesWhatIsNoKey(String text) {
        refuses(text, "not a well-formed JWK");
    }

    @Test
    void refusesOtherKeys() throws JOSEException {
        RSAKey rsa = new RSAKeyGenerator(2048).generate();
        refuses(rsa.toJSONString(), "not an EC private key of curve P-256");
        refuses(new ECKeyGenerator(Curve.P_384).generate().toJSONString(), "not an EC private key of curve P-256");
    }

    @Test
    void refusesAPublicKey() {
        refuses(good.toPublicJWK().toJSONString(), "not an EC private key of curve P-256");
    }

    @Test
    void refusesHalvesOfTwoKeys() {
        var foreign = Es256.generate();
        refuses(
                new ECKey.Builder(Curve.P_256, good.getX(), good.getY())
                        .d(foreign.getD())
                        .build()
                        .toJSONString(),
                "made of two halves that do not belong together");
    }

    @Test
    void complainsWithoutShowingTheKey() {
        String secret = Objects.requireNonNull(good.getD()).toString();
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> new ConfiguredKeys("{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"" + secret + "\"}", ""))
                .withMessageContaining("well-formed")
                .withMessageNotContaining(secret)
                .withNoCause();
    }

    @Test
    void publishesItsPredecessorsWithoutTheirPrivateHalves() {
        var previous = Es256.generate();
        var published = published(good, new JWKSet(previous).toString(false));
        assertThat(published.getKeys()).extracting(JWK::getKeyID).containsExactly(good.getKeyID(), previous.getKeyID());
        assertThat(published.containsNonPublicKeys()).isFalse();
    }

    @Test
    void publishesItselfOnceWhenItIsListedToo() {
        assertThat(published(good, new JWKSet(good).toString(true)).size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "{}", "{\"keys\": [{\"kty\": \"oct\", \"kid\": \"a\", \"k\": \"c2VjcmV0\"}]}"})
    void refusesOtherVerificationKeys(String keys) {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> new ConfiguredKeys(good.toJSONString(), keys))
                .withMessageStartingWith("asyncflow.user.verification-keys must be a JSON key set of EC P-256 keys");
    }

    private static JWKSet published(ECKey signing, String others) {
        return new ConfiguredKeys(signing.toJSONString(), others)
                .current()
                .blockOptional()
                .orElseThrow();
    }

    private static ECKey read(String jwk) {
        return new ConfiguredKeys(jwk, "").get().blockOptional().orElseThrow();
    }

    private static void refuses(String text, String because) {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> new ConfiguredKeys(text, ""))
                .withMessage("asyncflow.user.signing-key must be an EC P-256 private key as a JWK, but is " + because);
    }
}
