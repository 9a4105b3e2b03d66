package io.asyncflow.order.cart.graphql;

import com.netflix.graphql.dgs.DgsDataLoader;
import io.asyncflow.order.cart.Cart;
import io.asyncflow.order.cart.CartId;
import io.asyncflow.order.cart.Carts;
import io.asyncflow.support.graphql.Batches;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** Reads all carts that one request asks for at once. */
@DgsDataLoader(name = "carts")
public record CartLoader(Carts carts) implements MappedBatchLoaderWithContext<CartId, Cart> {

    @Override
    public CompletionStage<Map<CartId, Cart>> load(Set<CartId> ids, BatchLoaderEnvironment environment) {
        return Batches.load(environment, carts.find(ids));
    }
}
