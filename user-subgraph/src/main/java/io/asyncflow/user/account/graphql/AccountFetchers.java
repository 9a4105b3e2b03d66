package io.asyncflow.user.account.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.execution.DataFetcherResult;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.user.account.Accounts;
import io.asyncflow.user.account.CustomerInput;
import io.asyncflow.user.account.EmailAddress;
import io.asyncflow.user.account.Registration;
import io.asyncflow.user.account.Renewal;
import io.asyncflow.user.account.SignIn;
import io.asyncflow.user.account.User;
import reactor.core.publisher.Mono;

/** Registering, signing in, and who one is then. */
@DgsComponent
public class AccountFetchers {

    private final Accounts accounts;
    private final Registration registration;
    private final SignIn signIn;
    private final Renewal renewal;

    AccountFetchers(Accounts accounts, Registration registration, SignIn signIn, Renewal renewal) {
        this.accounts = accounts;
        this.registration = registration;
        this.signIn = signIn;
        this.renewal = renewal;
    }

    @DgsQuery
    public Mono<User> me() {
        return Viewer.current()
                .flatMap(viewer -> Mono.justOrEmpty(viewer.userId()))
                .flatMap(accounts::byId);
    }

    @DgsMutation
    public Mono<DataFetcherResult<AuthPayload>> customerCreate(@InputArgument CustomerInput input) {
        return registration.register(input).map(AuthPayload::answer);
    }

    @DgsMutation
    public Mono<DataFetcherResult<AuthPayload>> customerAccessTokenCreate(
            @InputArgument String email, @InputArgument String password) {
        return signIn.signIn(email, password).map(AuthPayload::answer);
    }

    @DgsMutation
    public Mono<DataFetcherResult<AuthPayload>> tokenRefresh(@InputArgument String refreshToken) {
        return renewal.renew(refreshToken).map(AuthPayload::answer);
    }

    @DgsData(parentType = "User", field = "email")
    public Mono<EmailAddress> email(DgsDataFetchingEnvironment environment) {
        return Owner.of(environment).map(User::email);
    }
}
