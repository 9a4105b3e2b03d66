package io.asyncflow.user.behaviour;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Texts;
import io.asyncflow.user.product.ProductId;
import io.asyncflow.user.product.VariantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Something that somebody did, as a browser sent it. */
public record BehaviourInput(
        String id,
        BehaviourKind kind,
        Instant at,
        @Nullable String productId,
        @Nullable String variantId,
        @Nullable String query,
        @Nullable Integer quantity) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final Duration OLDEST = Duration.ofHours(24);
    private static final int LONGEST_QUERY = 200;
    private static final int MOST = 999;

    /** What it says, or a {@link BadInput}; a time that cannot be right becomes the nearest that can. */
    Behaviour read(Instant now) {
        if (!ID.matcher(id).matches()) {
            throw new BadInput("id", "must be 8 to 64 letters, digits, hyphens and underscores");
        }
        return switch (kind) {
            case VIEWED ->
                new Behaviour.Viewed(id, clamped(now), ProductId.parse("productId", given("productId", productId)));
            case SEARCHED ->
                new Behaviour.Searched(id, clamped(now), Texts.required("query", given("query", query), LONGEST_QUERY));
            case ADDED -> new Behaviour.Added(id, clamped(now), variant(), howMany());
            case BOUGHT -> new Behaviour.Bought(id, clamped(now), variant(), howMany());
        };
    }

    private Instant clamped(Instant now) {
        Instant oldest = now.minus(OLDEST);
        Instant time = at.isAfter(now) ? now : at.isBefore(oldest) ? oldest : at;
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private VariantId variant() {
        return VariantId.parse("variantId", given("variantId", variantId));
    }

    private int howMany() {
        int count = quantity == null ? 1 : quantity;
        if (count < 1 || count > MOST) {
            throw new BadInput("quantity", "must be between 1 and " + MOST);
        }
        return count;
    }

    private String given(String field, @Nullable String value) {
        if (value == null) {
            throw new BadInput(field, "must be given for " + kind);
        }
        return value;
    }
}
