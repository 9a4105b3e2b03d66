package io.asyncflow.catalog.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DerivedTest {

    private static final Instant TIME = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void makesTheSameIdOfTheSameNameAndTime() {
        var id = Derived.id(TIME, "product/mug");

        assertThat(id).isEqualTo(Derived.id(TIME, "product/mug")).isNotEqualTo(Derived.id(TIME, "product/cup"));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(TIME.toEpochMilli());
    }

    @Test
    void makesHandlesOfTitles() {
        assertThat(Derived.handle("Bouclé Square Cushion")).isEqualTo("boucle-square-cushion");
        assertThat(Derived.handle("Solomon's Seal — No. 5!")).isEqualTo("solomons-seal-no-5");
    }

    @Test
    void makesBarcodesWithARightCheckDigit() {
        String code = Derived.barcode("MUG-001");
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += Character.digit(code.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
        }
        assertThat(code).hasSize(13).startsWith("20");
        assertThat(sum % 10).isZero();
    }
}
