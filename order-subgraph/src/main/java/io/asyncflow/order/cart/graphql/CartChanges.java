package io.asyncflow.order.cart.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.order.ErrorCode;
import io.asyncflow.order.cart.CartId;
import io.asyncflow.order.cart.CartPayload;
import io.asyncflow.order.cart.Carts;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.UserError;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the graph lets people do with carts. */
@DgsComponent
public class CartChanges {

    private final Carts carts;

    CartChanges(Carts carts) {
        this.carts = carts;
    }

    @DgsMutation
    public Mono<CartPayload> cartCreate(@InputArgument @Nullable CartInput input) {
        return payload(Mono.defer(() -> carts.create(CartInput.start(input))));
    }

    @DgsMutation
    public Mono<CartPayload> cartLinesAdd(@InputArgument String cartId, @InputArgument List<CartLineInput> lines) {
        return payload(Mono.defer(
                () -> carts.change(CartId.parse("cartId", cartId), Numbered.map("lines", lines, CartLineInput::add))));
    }

    @DgsMutation
    public Mono<CartPayload> cartLinesUpdate(
            @InputArgument String cartId, @InputArgument List<CartLineUpdateInput> lines) {
        return payload(Mono.defer(() -> carts.change(
                CartId.parse("cartId", cartId), Numbered.map("lines", lines, CartLineUpdateInput::update))));
    }

    @DgsMutation
    public Mono<CartPayload> cartLinesRemove(@InputArgument String cartId, @InputArgument List<String> lineIds) {
        return payload(Mono.defer(() ->
                carts.change(CartId.parse("cartId", cartId), Numbered.map("lineIds", lineIds, Numbered::remove))));
    }

    @DgsMutation
    public Mono<CartPayload> cartDiscountCodesUpdate(
            @InputArgument String cartId, @InputArgument List<String> discountCodes) {
        return payload(
                Mono.defer(() -> carts.present(CartId.parse("cartId", cartId), DiscountCodes.typed(discountCodes))));
    }

    @DgsMutation
    public Mono<CartPayload> cartBuyerIdentityUpdate(
            @InputArgument String cartId, @InputArgument CartBuyerIdentityInput buyerIdentity) {
        return payload(Mono.defer(() -> carts.sendTo(CartId.parse("cartId", cartId), buyerIdentity.destination())));
    }

    private static Mono<CartPayload> payload(Mono<CartPayload> change) {
        return change.onErrorResume(
                BadInput.class, refusal -> Mono.just(CartPayload.refused(List.of(refused(refusal)))));
    }

    /** The argument's name is its path: {@code lines.0.merchandiseId}. */
    private static UserError refused(BadInput refusal) {
        return UserError.of(
                ErrorCode.INVALID,
                Objects.requireNonNull(refusal.getMessage()),
                refusal.argument().split("\\.", -1));
    }
}
