package io.asyncflow.support.identity;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWKSet;
import io.asyncflow.service.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class FixedKeySetTest {

    @Test
    void holdsTheKeysOfTheConfiguration() {
        var keys = new FixedKeySet(TestKeys.published(TestKeys.key("a"), TestKeys.key("b")));

        StepVerifier.create(keys.current().map(FixedKeySetTest::ids))
                .expectNext("a b")
                .verifyComplete();
        StepVerifier.create(keys.refreshed().map(FixedKeySetTest::ids))
                .expectNext("a b")
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4003/jwks.json", "{}", "{\"keys\": 1}", "{\"keys\": [{\"kty\": \"EC\"}]}", "[]"})
    void refusesWhatIsNoKeySetAndNamesTheProperty(String json) {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> new FixedKeySet(json))
                .withMessageContaining("asyncflow.identity.jwks");
    }

    private static String ids(JWKSet keys) {
        return String.join(
                " ", keys.getKeys().stream().map(key -> key.getKeyID()).toList());
    }
}
