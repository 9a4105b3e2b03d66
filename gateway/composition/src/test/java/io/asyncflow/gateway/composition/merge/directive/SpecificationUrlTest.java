package io.asyncflow.gateway.composition.merge.directive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpecificationUrlTest {

    @Test
    void readsIdentityNameAndVersion() {
        assertThat(SpecificationUrl.parse("https://acme.dev/specs/foo/v1.12"))
                .isEqualTo(new SpecificationUrl("https://acme.dev/specs/foo", "foo", 1, 12));
    }

    @Test
    void printsAsItWasWrittenWithoutWhatDoesNotIdentifyIt() {
        assertThat(SpecificationUrl.parse("https://acme.dev/foo/v1.0?x=y#z")).hasToString("https://acme.dev/foo/v1.0");
    }

    @Test
    void isNothingWithoutAVersion() {
        assertThat(SpecificationUrl.parse("https://acme.dev/foo")).isNull();
        assertThat(SpecificationUrl.parse("https://acme.dev/foo/v1")).isNull();
        assertThat(SpecificationUrl.parse("foo/v1.0")).isNull();
    }
}
