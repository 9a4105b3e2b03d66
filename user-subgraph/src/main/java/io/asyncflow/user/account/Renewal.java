package io.asyncflow.user.account;

import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.account.Authentication.Granted;
import io.asyncflow.user.session.Refreshing.Refreshed;
import io.asyncflow.user.session.Refreshing.Refused;
import io.asyncflow.user.session.Sessions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps people signed in who come with a refresh token. */
@Component
public class Renewal {

    private final Accounts accounts;
    private final Sessions sessions;

    Renewal(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    public Mono<Authentication> renew(String refreshToken) {
        return sessions.refresh(refreshToken).flatMap(refreshing -> switch (refreshing) {
            case Refreshed(var grant, var tokens) ->
                accounts.byId(grant.user())
                        .<Authentication>map(user -> new Granted(user, tokens))
                        .defaultIfEmpty(expired());
            case Refused() -> Mono.just(expired());
        });
    }

    private static Authentication expired() {
        return Authentication.refused(
                ErrorCode.TOKEN_EXPIRED, "This refresh token is not good any more: sign in again", "refreshToken");
    }
}
