package io.asyncflow.user.role.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import io.asyncflow.user.OwnerOnly;
import io.asyncflow.user.account.User;
import io.asyncflow.user.account.graphql.UserEntities;
import io.asyncflow.user.role.Directory;
import io.asyncflow.user.role.RoleChange;
import io.asyncflow.user.role.RoleOutcome;
import io.asyncflow.user.role.Roles;
import io.asyncflow.user.role.Staff;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Looking accounts up, and giving and taking roles. */
@DgsComponent
public class RoleFetchers {

    /** {@code RolePayload} of the schema. */
    public record RolePayload(@Nullable User user, List<UserError> userErrors) {

        static RolePayload of(RoleOutcome outcome) {
            return switch (outcome) {
                case RoleOutcome.Changed(var user) -> new RolePayload(user, List.of());
                case RoleOutcome.Refused(var errors) -> new RolePayload(null, errors);
            };
        }
    }

    private final Directory directory;
    private final Roles roles;

    RoleFetchers(Directory directory, Roles roles) {
        this.directory = directory;
        this.roles = roles;
    }

    @DgsQuery
    public Mono<User> user(@InputArgument String id) {
        return Staff.only(Role.STAFF, Role.ADMIN).flatMap(_ -> directory.user(UserId.parse("id", id)));
    }

    @DgsQuery
    public Mono<Connection<User>> users(
            @InputArgument Integer first,
            @InputArgument @Nullable String after,
            @InputArgument @Nullable String query) {
        return Staff.only(Role.STAFF, Role.ADMIN).flatMap(_ -> directory.users(PageRequest.first(first, after), query));
    }

    @DgsQuery
    public Mono<Connection<RoleChange>> roleChanges(
            @InputArgument Integer first,
            @InputArgument @Nullable String after,
            @InputArgument @Nullable String userId) {
        return Staff.administrator()
                .flatMap(_ -> roles.changes(
                        PageRequest.first(first, after), userId == null ? null : UserId.parse("userId", userId)));
    }

    @DgsMutation
    public Mono<RolePayload> roleAssign(
            @InputArgument String userId,
            @InputArgument(collectionType = Role.class) List<Role> roles,
            @InputArgument String reason) {
        return Staff.administrator()
                .flatMap(admin -> this.roles.assign(new Roles.Order(admin.id(), userId, roles, reason)))
                .map(RolePayload::of);
    }

    @DgsMutation
    public Mono<RolePayload> roleRevoke(
            @InputArgument String userId,
            @InputArgument(collectionType = Role.class) List<Role> roles,
            @InputArgument String reason) {
        return Staff.administrator()
                .flatMap(admin -> this.roles.revoke(new Roles.Order(admin.id(), userId, roles, reason)))
                .map(RolePayload::of);
    }

    /** Whom to attack first is nobody's to know but the shop's own people's. */
    @DgsData(parentType = "User", field = "roles")
    public Mono<List<Role>> roles(DgsDataFetchingEnvironment environment) {
        User user = environment.getSourceOrThrow();
        return OwnerOnly.show(user.id(), environment, _ -> Mono.just(user.roles()), Role.STAFF, Role.ADMIN);
    }

    @DgsData(parentType = "RoleChange", field = "user")
    public CompletableFuture<@Nullable User> user(DgsDataFetchingEnvironment environment) {
        return account(environment, environment.<RoleChange>getSourceOrThrow().user());
    }

    @DgsData(parentType = "RoleChange", field = "changedBy")
    public CompletableFuture<@Nullable User> changedBy(DgsDataFetchingEnvironment environment) {
        return account(environment, environment.<RoleChange>getSourceOrThrow().changedBy());
    }

    private static CompletableFuture<@Nullable User> account(DgsDataFetchingEnvironment environment, UserId id) {
        return environment
                .<UserId, @Nullable User>getDataLoader(UserEntities.Loader.class)
                .load(id);
    }
}
