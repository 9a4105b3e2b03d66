package io.asyncflow.gateway.server.configuration.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.server.configuration.binding.Kitchen.Dish;
import io.asyncflow.gateway.server.configuration.binding.Kitchen.Hours;
import io.asyncflow.gateway.server.configuration.binding.Kitchen.Oven;
import io.asyncflow.gateway.server.configuration.binding.Kitchen.Stove;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ConfigurationPrinterTest {

    @Test
    void printsEverySettingWithWhatItDoes() {
        assertThat(ConfigurationPrinter.print(kitchen("a: b", Map.of("cook", "door-7"))))
                .isEqualTo("""
                # Whether it is open.
                open: true

                # How many cook.
                cooks: 2

                # The share of guests who tip.
                tips: 0.5

                # Over the door.
                name: "a: b"

                # In the window.
                notice: null

                # How long a guest waits.
                max_wait: 90s

                # How much fits in.
                pantry: 1536B

                # What is cooked on.
                stove: wood_fire

                # What there is to eat.
                dishes:
                  -
                    name: soup
                    default: true
                    with:
                      - bread
                      - "yes"
                  -
                    name: stew
                    default: false
                    with: []

                # What things cost.
                prices:
                  soup: 4

                # Who has keys.
                keys:
                  cook: "********"

                # An oven.
                oven:
                  # The lowest heat.
                  min_heat: 50
                  # The highest heat.
                  max_heat: 250

                # The first hour.
                from: 9

                # The last hour.
                until: 18
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "plain",
                "http://localhost:4001/graphql",
                "# no comment",
                "a #b",
                "- a",
                "\"'\\",
                "null",
                "TRUE",
                "~",
                "1e3",
                "0x10",
                "a: b",
                "a:",
                "${env.HOME}",
                "$${env.HOME}",
                "line\nline\ttab\r\u0001",
                "상황 é 🜁",
                "*",
                "&a",
                "!tag",
                "@at",
                "%",
                "2026-11-21",
                "{}",
                "[]",
                "<<"
            })
    void printsWhatReadsAsTheSameAgain(String text) {
        Kitchen kitchen = kitchen(text, Map.of());

        assertThat(new YamlFile("printed", ConfigurationPrinter.print(kitchen)).bind(Kitchen.DEFAULT, _ -> null))
                .isEqualTo(kitchen);
    }

    @Test
    void breaksLongDescriptions() {
        assertThat(Comments.wrap("word ".repeat(40), "  "))
                .hasSize(2)
                .allMatch(line -> line.startsWith("  # word") && line.length() <= 110);
    }

    private static Kitchen kitchen(String text, Map<String, String> keys) {
        return new Kitchen(
                true,
                2,
                0.5,
                text,
                null,
                Duration.ofSeconds(90),
                DataSize.ofBytes(1536),
                Stove.WOOD_FIRE,
                List.of(new Dish("soup", true, List.of("bread", "yes")), new Dish("stew", false, List.of())),
                Map.of("soup", 4),
                keys,
                Oven.DEFAULT,
                Hours.DEFAULT);
    }
}
