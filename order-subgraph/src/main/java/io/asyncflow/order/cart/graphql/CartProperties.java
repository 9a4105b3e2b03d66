package io.asyncflow.order.cart.graphql;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What clients are told about carts.
 *
 * @param checkoutPage the storefront's checkout, without a slash at the end; a cart's id comes behind it
 */
@Validated
@ConfigurationProperties("asyncflow.order.cart")
record CartProperties(@NotNull URI checkoutPage) {}
