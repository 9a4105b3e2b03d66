package io.asyncflow.user.point.graphql;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import io.asyncflow.support.graphql.Batches;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.point.PointAccount;
import io.asyncflow.user.point.PointAccounts;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;
import reactor.core.publisher.Mono;

/** All accounts of points of one request in one statement. */
@DgsDataLoader(name = "points")
public record PointLoader(PointAccounts accounts) implements MappedBatchLoaderWithContext<UserId, PointAccount> {

    static Mono<PointAccount> load(UserId user, DgsDataFetchingEnvironment environment) {
        return Mono.fromFuture(() -> environment
                .<UserId, PointAccount>getDataLoader(PointLoader.class)
                .load(user));
    }

    @Override
    public CompletionStage<Map<UserId, PointAccount>> load(Set<UserId> users, BatchLoaderEnvironment environment) {
        return Batches.load(environment, accounts.of(users));
    }
}
