package io.asyncflow.order.pricing;

import io.asyncflow.support.money.Money;

/** What a discount takes off a line, or off all of them. */
public record Allocation(String code, Money discountedAmount) {}
