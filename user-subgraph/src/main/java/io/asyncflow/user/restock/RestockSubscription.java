package io.asyncflow.user.restock;

import io.asyncflow.user.product.VariantId;
import java.time.Instant;

/** The wish to be told when something can be bought again. */
public record RestockSubscription(VariantId variant, Instant subscribedAt) {}
