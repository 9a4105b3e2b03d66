package io.asyncflow.user.restock.graphql;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.product.VariantId;
import io.asyncflow.user.restock.RestockSubscriptions;
import io.asyncflow.user.restock.Subscribing;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code RestockPayload} of the schema. */
record RestockPayload(@Nullable ProductVariant variant, List<UserError> userErrors) {

    static RestockPayload changed(VariantId variant) {
        return new RestockPayload(new ProductVariant(variant), List.of());
    }

    static RestockPayload of(Subscribing outcome, VariantId variant) {
        return switch (outcome) {
            case SUBSCRIBED -> changed(variant);
            case TOO_MANY ->
                refused(ErrorCode.LIMIT_REACHED, "There are " + RestockSubscriptions.MOST + " subscriptions already");
        };
    }

    static RestockPayload invalid(BadInput bad) {
        return refused(ErrorCode.INVALID, Objects.requireNonNull(bad.getMessage()));
    }

    private static RestockPayload refused(ErrorCode code, String message) {
        return new RestockPayload(null, List.of(UserError.of(code, message, "variantId")));
    }
}
