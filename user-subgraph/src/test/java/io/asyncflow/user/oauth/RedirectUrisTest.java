package io.asyncflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrisTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.test/callback",
                "https://client.test:8443/callback?a=b",
                "http://localhost:3000/callback",
                "http://127.0.0.1/callback",
                "http://[::1]/callback",
                "com.example.app:/callback"
            })
    void acceptsWhatOnlyTheClientAnswers(String uri) {
        assertThat(RedirectUris.acceptable(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://client.test/callback",
                "https:///callback",
                "https:callback",
                "https://client.test/callback#",
                "https://user@client.test/callback",
                "https://client.test/*\u0000",
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "/callback",
                "*",
                ""
            })
    void refusesWhatOthersMayAnswer(String uri) {
        assertThat(RedirectUris.acceptable(uri)).isFalse();
    }
}
