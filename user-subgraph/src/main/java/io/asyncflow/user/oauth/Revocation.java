package io.asyncflow.user.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.asyncflow.support.identity.AccessTokens;
import io.asyncflow.support.identity.SessionId;
import io.asyncflow.user.session.Sessions;
import io.asyncflow.user.token.Signatures;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends what a client has no more use for (RFC 7009): with a token goes its session, and all of the session's tokens. */
@Component
public class Revocation {

    private final ClientAuthentications authentications;
    private final Sessions sessions;
    private final Signatures signatures;

    Revocation(ClientAuthentications authentications, Sessions sessions, Signatures signatures) {
        this.authentications = authentications;
        this.sessions = sessions;
        this.signatures = signatures;
    }

    /** Done, whether there was anything to end or not; or an {@link OAuthFault}. */
    public Mono<Void> answer(HTTPRequest request) {
        return authentications.authenticated(request).flatMap(client -> end(Introspection.token(request), client));
    }

    private Mono<Void> end(String token, Client client) {
        return signatures
                .verified(AccessTokens.TYPE, token)
                .filter(claims -> client.id().equals(claims.getClaim(AccessTokens.CLIENT)))
                .flatMap(this::endSession)
                .then(sessions.close(token, Optional.of(client.id())));
    }

    /** A client's own token is good until it expires: it is short-lived, and nobody keeps a list of them. */
    private Mono<Void> endSession(JWTClaimsSet claims) {
        Object session = claims.getClaim(AccessTokens.SESSION);
        return session == null
                ? Mono.error(() -> new OAuthFault(
                        new ErrorObject("unsupported_token_type", "A client's own access token only expires", 400)))
                : sessions.close(SessionId.parse("token", Objects.toString(session)));
    }
}
