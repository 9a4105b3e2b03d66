package io.asyncflow.user.account.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import io.asyncflow.support.graphql.Batches;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.account.Accounts;
import io.asyncflow.user.account.User;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;
import org.jspecify.annotations.Nullable;

/** Accounts that other subgraphs refer to. */
@DgsComponent
public class UserEntities {

    @DgsEntityFetcher(name = "User")
    public CompletableFuture<@Nullable User> user(
            Map<String, Object> representation, DgsDataFetchingEnvironment environment) {
        UserId id = UserId.parse("id", String.valueOf(representation.get("id")));
        return environment.<UserId, @Nullable User>getDataLoader(Loader.class).load(id);
    }

    /** All accounts of one request in one statement. */
    @DgsDataLoader(name = "users")
    public record Loader(Accounts accounts) implements MappedBatchLoaderWithContext<UserId, User> {

        @Override
        public CompletionStage<Map<UserId, User>> load(Set<UserId> ids, BatchLoaderEnvironment environment) {
            return Batches.load(environment, accounts.byIds(ids));
        }
    }
}
