package io.asyncflow.user.point.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import io.asyncflow.user.OwnerOnly;
import io.asyncflow.user.account.User;
import io.asyncflow.user.point.OrderId;
import io.asyncflow.user.point.PointAccount;
import io.asyncflow.user.point.PointAccounts;
import io.asyncflow.user.point.PointEntry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The points of an account, for its owner and for those who work for the shop. */
@DgsComponent
public class PointFetchers {

    /** Stands for an order, of which the order service knows more. */
    public record Order(OrderId id) {}

    private static final int USUAL_PAGE = 20;

    private final PointAccounts accounts;

    PointFetchers(PointAccounts accounts) {
        this.accounts = accounts;
    }

    @DgsData(parentType = "User", field = "points")
    public Mono<PointAccount> points(DgsDataFetchingEnvironment environment) {
        User user = environment.getSourceOrThrow();
        return OwnerOnly.show(
                user.id(), environment, owner -> PointLoader.load(owner, environment), Role.STAFF, Role.ADMIN);
    }

    @DgsData(parentType = "PointAccount", field = "entries")
    public Mono<Connection<PointEntry>> entries(
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            DgsDataFetchingEnvironment environment) {
        PointAccount account = environment.getSourceOrThrow();
        return accounts.entries(
                account.user(), PageRequest.first(Objects.requireNonNullElse(first, USUAL_PAGE), after));
    }

    @DgsData(parentType = "PointEntry", field = "order")
    public @Nullable Order order(DgsDataFetchingEnvironment environment) {
        PointEntry entry = environment.getSourceOrThrow();
        return entry.order() == null ? null : new Order(entry.order());
    }
}
