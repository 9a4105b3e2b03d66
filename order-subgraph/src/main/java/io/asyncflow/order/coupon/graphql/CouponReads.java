package io.asyncflow.order.coupon.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.order.User;
import io.asyncflow.order.coupon.Coupon;
import io.asyncflow.order.coupon.Coupons;
import io.asyncflow.order.coupon.OwnedCoupon;
import io.asyncflow.order.offer.ProductId;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.support.ids.TypedId;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Coupons, and whose they are. */
@DgsComponent
public class CouponReads {

    /** Stands for a product, of which the catalogue knows more. */
    public record Product(ProductId id) {}

    /** Stands for a product variant, of which the catalogue knows more. */
    public record ProductVariant(VariantId id) {}

    private static final int USUAL_PAGE = 20;
    private static final Comparator<TypedId> BY_ID = Comparator.comparing(TypedId::uuid);

    private final Coupons coupons;

    CouponReads(Coupons coupons) {
        this.coupons = coupons;
    }

    /** Whether there is such an account, the user service knows; here it has what it has. */
    @DgsEntityFetcher(name = "User")
    public User user(Map<String, Object> representation) {
        return new User(UserId.parse("id", String.valueOf(representation.get("id"))));
    }

    @DgsData(parentType = "User", field = "coupons")
    public Mono<Connection<OwnedCoupon>> coupons(
            @InputArgument @Nullable Boolean usable,
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            DgsDataFetchingEnvironment environment) {
        User user = environment.getSourceOrThrow();
        var page = PageRequest.first(Objects.requireNonNullElse(first, USUAL_PAGE), after);
        return Viewer.current()
                .filter(viewer -> viewer.userId().filter(user.id()::equals).isPresent()
                        || viewer.has(Role.STAFF)
                        || viewer.has(Role.ADMIN))
                .flatMap(_ -> coupons.owned(user.id(), usable, page));
    }

    @DgsData(parentType = "Coupon", field = "startsAt")
    public Instant startsAt(DgsDataFetchingEnvironment environment) {
        return coupon(environment).limits().startsAt();
    }

    @DgsData(parentType = "Coupon", field = "endsAt")
    public @Nullable Instant endsAt(DgsDataFetchingEnvironment environment) {
        return coupon(environment).limits().endsAt();
    }

    @DgsData(parentType = "Coupon", field = "customerLimit")
    public @Nullable Integer customerLimit(DgsDataFetchingEnvironment environment) {
        return coupon(environment).limits().usesPerCustomer();
    }

    @DgsData(parentType = "Coupon", field = "combinable")
    public boolean combinable(DgsDataFetchingEnvironment environment) {
        return coupon(environment).limits().combinable();
    }

    @DgsData(parentType = "Coupon", field = "eligibleProducts")
    public List<Product> eligibleProducts(DgsDataFetchingEnvironment environment) {
        return coupon(environment).products().stream()
                .sorted(BY_ID)
                .map(Product::new)
                .toList();
    }

    @DgsData(parentType = "Coupon", field = "eligibleVariants")
    public List<ProductVariant> eligibleVariants(DgsDataFetchingEnvironment environment) {
        return coupon(environment).variants().stream()
                .sorted(BY_ID)
                .map(ProductVariant::new)
                .toList();
    }

    private static Coupon coupon(DgsDataFetchingEnvironment environment) {
        return environment.getSourceOrThrow();
    }
}
