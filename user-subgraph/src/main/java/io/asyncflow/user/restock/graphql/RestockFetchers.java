package io.asyncflow.user.restock.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import io.asyncflow.user.OwnerOnly;
import io.asyncflow.user.account.User;
import io.asyncflow.user.product.VariantId;
import io.asyncflow.user.restock.RestockSubscription;
import io.asyncflow.user.restock.RestockSubscriptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What one is waiting for. */
@DgsComponent
public class RestockFetchers {

    private static final int USUAL_PAGE = 20;

    private final RestockSubscriptions subscriptions;

    RestockFetchers(RestockSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @DgsData(parentType = "User", field = "restockSubscriptions")
    public Mono<Connection<RestockSubscription>> restockSubscriptions(
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            DgsDataFetchingEnvironment environment) {
        User user = environment.getSourceOrThrow();
        var page = PageRequest.first(Objects.requireNonNullElse(first, USUAL_PAGE), after);
        return OwnerOnly.show(user.id(), environment, owner -> subscriptions.page(owner, page));
    }

    @DgsData(parentType = "RestockSubscription", field = "variant")
    public ProductVariant variant(DgsDataFetchingEnvironment environment) {
        RestockSubscription subscription = environment.getSourceOrThrow();
        return new ProductVariant(subscription.variant());
    }

    @DgsMutation
    public Mono<RestockPayload> restockSubscribe(@InputArgument String variantId) {
        return Viewer.signedIn()
                .flatMap(viewer -> {
                    VariantId variant = VariantId.parse("variantId", variantId);
                    return subscriptions
                            .subscribe(viewer.id(), variant)
                            .map(outcome -> RestockPayload.of(outcome, variant));
                })
                .onErrorResume(BadInput.class, bad -> Mono.just(RestockPayload.invalid(bad)));
    }

    @DgsMutation
    public Mono<RestockPayload> restockUnsubscribe(@InputArgument String variantId) {
        return Viewer.signedIn()
                .flatMap(viewer -> {
                    VariantId variant = VariantId.parse("variantId", variantId);
                    return subscriptions.unsubscribe(viewer.id(), variant).thenReturn(RestockPayload.changed(variant));
                })
                .onErrorResume(BadInput.class, bad -> Mono.just(RestockPayload.invalid(bad)));
    }
}
