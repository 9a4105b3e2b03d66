package io.asyncflow.user.account.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import graphql.execution.DataFetcherResult;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.user.account.EmailVerification;
import io.asyncflow.user.account.OwnAccount;
import io.asyncflow.user.account.PasswordReset;
import io.asyncflow.user.account.User;
import io.asyncflow.user.mail.Language;
import io.asyncflow.user.personal.DataExport;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What people do with the account that they have. */
@DgsComponent
public class OwnAccountFetchers {

    /** {@code ProfileInput} of the schema. */
    public record ProfileInput(
            @Nullable String displayName, @Nullable Language language) {}

    private final OwnAccount own;
    private final EmailVerification verification;
    private final PasswordReset reset;
    private final DataExport export;

    OwnAccountFetchers(OwnAccount own, EmailVerification verification, PasswordReset reset, DataExport export) {
        this.own = own;
        this.verification = verification;
        this.reset = reset;
        this.export = export;
    }

    @DgsMutation
    public Mono<AccountPayload> emailVerify(@InputArgument String token) {
        return verification.verify(token).map(AccountPayload::silent);
    }

    @DgsMutation
    public Mono<AccountPayload> emailVerificationResend() {
        return Viewer.signedIn()
                .flatMap(viewer -> verification.resend(viewer.id()))
                .map(AccountPayload::of);
    }

    @DgsMutation
    public Mono<AccountPayload> passwordResetRequest(@InputArgument String email) {
        return reset.request(email).map(AccountPayload::silent);
    }

    @DgsMutation
    public Mono<AccountPayload> passwordReset(@InputArgument String token, @InputArgument String newPassword) {
        return reset.reset(token, newPassword).map(AccountPayload::silent);
    }

    @DgsMutation
    public Mono<DataFetcherResult<AuthPayload>> passwordChange(
            @InputArgument String currentPassword, @InputArgument String newPassword) {
        return Viewer.signedIn()
                .flatMap(viewer -> own.changePassword(viewer.id(), currentPassword, newPassword))
                .map(AuthPayload::answer);
    }

    @DgsMutation
    public Mono<AccountPayload> profileUpdate(@InputArgument ProfileInput input) {
        return Viewer.signedIn()
                .flatMap(viewer -> own.updateProfile(viewer.id(), input.displayName(), input.language()))
                .map(AccountPayload::of);
    }

    @DgsMutation
    public Mono<AccountPayload> accountDelete(@InputArgument String password) {
        return Viewer.signedIn()
                .flatMap(viewer -> own.close(viewer.id(), password))
                .map(AccountPayload::of);
    }

    @DgsData(parentType = "User", field = "emailVerified")
    public Mono<Boolean> emailVerified(DgsDataFetchingEnvironment environment) {
        return Owner.of(environment).map(User::emailVerified);
    }

    @DgsData(parentType = "User", field = "language")
    public Mono<Language> language(DgsDataFetchingEnvironment environment) {
        return Owner.of(environment).map(User::language);
    }

    @DgsData(parentType = "User", field = "dataExport")
    public Mono<Map<String, Object>> dataExport(DgsDataFetchingEnvironment environment) {
        return Owner.of(environment).flatMap(user -> export.of(user.id()));
    }
}
