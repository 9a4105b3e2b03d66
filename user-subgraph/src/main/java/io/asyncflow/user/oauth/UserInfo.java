package io.asyncflow.user.oauth;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.user.account.Accounts;
import io.asyncflow.user.account.User;
import io.asyncflow.user.token.OAuthScope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an access token with the scope {@code openid} may hear of its account (OpenID Connect Core, section 5.3). */
@Component
public class UserInfo {

    private final Accounts accounts;

    UserInfo(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Empty when the viewer is nobody who may ask. */
    public Mono<Map<String, Object>> of(Viewer viewer) {
        return switch (viewer) {
            case Viewer.SignedIn account -> about(account.id(), account.scopes());
            case Viewer.Client client when client.user() != null -> about(client.user(), client.scopes());
            case Viewer.Client _, Viewer.Anonymous _ -> Mono.empty();
        };
    }

    private Mono<Map<String, Object>> about(UserId user, Set<String> scopes) {
        return scopes.contains(OAuthScope.OPENID.text())
                ? accounts.byId(user).map(found -> claims(found, scopes))
                : Mono.empty();
    }

    private static Map<String, Object> claims(User user, Set<String> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", user.id().toString());
        if (scopes.contains(OAuthScope.PROFILE.text())) {
            claims.put("name", user.displayName().text());
        }
        if (scopes.contains(OAuthScope.EMAIL.text())) {
            claims.put("email", user.email().text());
            claims.put("email_verified", user.emailVerified());
        }
        return claims;
    }
}
