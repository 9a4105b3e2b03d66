package io.asyncflow.user.restock;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.product.VariantId;
import java.time.Duration;
import java.util.UUID;

/**
 * That somebody can buy now what they waited for.
 *
 * @param id the same whenever it is tried again
 * @param useful how much longer it is worth telling
 */
public record RestockNotice(UUID id, UserId user, VariantId variant, Duration useful) {}
