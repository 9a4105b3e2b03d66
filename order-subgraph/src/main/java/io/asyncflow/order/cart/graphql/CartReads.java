package io.asyncflow.order.cart.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.order.User;
import io.asyncflow.order.cart.Cart;
import io.asyncflow.order.cart.CartCosts;
import io.asyncflow.order.cart.CartId;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** What the graph shows of carts. */
@DgsComponent
@EnableConfigurationProperties(CartProperties.class)
public class CartReads {

    /** Stands for a product variant, of which the catalogue knows more. */
    public record ProductVariant(VariantId id) {}

    private static final int DEFAULT_PAGE = 50;
    private static final Keyset<CartCosts.Line> BY_POSITION = Keyset.<CartCosts.Line>ordered("cart-lines")
            .by("position", "int", priced -> priced.line().position());

    private final CartProperties properties;

    CartReads(CartProperties properties) {
        this.properties = properties;
    }

    @DgsQuery
    public CompletableFuture<Cart> cart(@InputArgument String id, DgsDataFetchingEnvironment environment) {
        return load(CartId.parse("id", id), environment);
    }

    @DgsEntityFetcher(name = "Cart")
    public CompletableFuture<Cart> entity(Map<String, Object> representation, DgsDataFetchingEnvironment environment) {
        if (representation.get("id") instanceof String id) {
            return load(CartId.parse("id", id), environment);
        }
        throw new BadInput("id", "must be given in a representation of a Cart");
    }

    private static CompletableFuture<Cart> load(CartId id, DgsDataFetchingEnvironment environment) {
        return environment.<CartId, Cart>getDataLoader(CartLoader.class).load(id);
    }

    @DgsData(parentType = "Cart", field = "checkoutUrl")
    public URI checkoutUrl(DgsDataFetchingEnvironment environment) {
        return URI.create(properties.checkoutPage() + "/" + cart(environment).id());
    }

    @DgsData(parentType = "Cart", field = "buyer")
    public @Nullable User buyer(DgsDataFetchingEnvironment environment) {
        UserId buyer = cart(environment).buyerId();
        return buyer == null ? null : new User(buyer);
    }

    @DgsData(parentType = "Cart", field = "lines")
    public Connection<CartCosts.Line> lines(
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            @InputArgument @Nullable Integer last,
            @InputArgument @Nullable String before,
            DgsDataFetchingEnvironment environment) {
        Integer size = first == null && last == null ? Integer.valueOf(DEFAULT_PAGE) : first;
        var page = PageRequest.of(size, after, last, before);
        return BY_POSITION.slice(page, cart(environment).costs().lines());
    }

    @DgsData(parentType = "CartLine", field = "merchandise")
    public ProductVariant merchandise(DgsDataFetchingEnvironment environment) {
        CartCosts.Line priced = Objects.requireNonNull(environment.getSource());
        return new ProductVariant(priced.line().item().variant());
    }

    private static Cart cart(DgsDataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }
}
