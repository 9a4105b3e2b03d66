package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.server.settings.Described;
import io.asyncflow.gateway.server.settings.Inline;
import io.asyncflow.gateway.server.settings.Named;
import io.asyncflow.gateway.server.settings.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A configuration that has each kind of setting. */
@Described("A kitchen.")
record Kitchen(
        @Described("Whether it is open.") boolean open,
        @Described("How many cook.") int cooks,
        @Described("The share of guests who tip.") double tips,
        @Described("Over the door.") String name,
        @Described("In the window.") @Nullable String notice,
        @Described("How long a guest waits.") Duration maxWait,
        @Described("How much fits in.") DataSize pantry,
        @Described("What is cooked on.") Stove stove,
        @Described("What there is to eat.") List<Dish> dishes,
        @Described("What things cost.") Map<String, Integer> prices,
        @Described("Who has keys.") @Secret Map<String, String> keys,
        Oven oven,
        @Inline Hours hours) {

    static final Kitchen DEFAULT = new Kitchen(
            true,
            2,
            0.1,
            "Chez nous",
            null,
            Duration.ofMinutes(20),
            DataSize.ofKilobytes(512),
            Stove.GAS,
            List.of(),
            Map.of(),
            Map.of(),
            Oven.DEFAULT,
            Hours.DEFAULT);

    enum Stove {
        GAS,
        WOOD_FIRE
    }

    record Dish(String name, @Named("default") boolean usual, List<String> with) {}

    @Described("An oven.")
    record Oven(
            @Described("The lowest heat.") int minHeat,
            @Described("The highest heat.") int maxHeat) {

        static final Oven DEFAULT = new Oven(50, 250);

        Oven {
            if (minHeat < 0) {
                throw new IllegalArgumentException("minHeat must not be negative");
            }
            if (maxHeat > 500) {
                throw new IllegalArgumentException("maxHeat must be at most 500");
            }
            if (minHeat > maxHeat) {
                throw new IllegalArgumentException("minHeat must not be above maxHeat");
            }
        }
    }

    record Hours(
            @Described("The first hour.") int from,
            @Described("The last hour.") int until) {

        static final Hours DEFAULT = new Hours(9, 18);

        Hours {
            if (until <= from) {
                throw new IllegalArgumentException("until must be after from");
            }
        }
    }

    Kitchen {
        dishes = List.copyOf(dishes);
        if (cooks < 1) {
            throw new IllegalArgumentException("cooks must be at least 1");
        }
    }
}
