package io.asyncflow.user.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.asyncflow.user.oauth.Codes.Redeemed;
import io.asyncflow.user.session.Entry;
import io.asyncflow.user.session.Refreshing.Refreshed;
import io.asyncflow.user.session.Refreshing.Refused;
import io.asyncflow.user.session.Secret;
import io.asyncflow.user.session.Sessions;
import io.asyncflow.user.session.Tokens;
import io.asyncflow.user.token.AccessToken;
import io.asyncflow.user.token.AccessTokenIssuer;
import io.asyncflow.user.token.OAuthScope;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Gives tokens for what a client shows (RFC 6749, sections 4.1.3, 4.4 and 6). */
@Component
public class TokenGrants {

    private static final Logger LOG = LoggerFactory.getLogger(TokenGrants.class);

    private final ClientAuthentications authentications;
    private final Codes codes;
    private final Sessions sessions;
    private final AccessTokenIssuer issuer;
    private final IdTokens idTokens;
    private final TransactionalOperator transactions;
    private final Clock clock;

    TokenGrants(
            ClientAuthentications authentications,
            Codes codes,
            Sessions sessions,
            AccessTokenIssuer issuer,
            IdTokens idTokens,
            TransactionalOperator transactions,
            Clock clock) {
        this.authentications = authentications;
        this.codes = codes;
        this.sessions = sessions;
        this.issuer = issuer;
        this.idTokens = idTokens;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The answer to a token request, or an {@link OAuthFault}. */
    public Mono<AccessTokenResponse> answer(HTTPRequest request) {
        return authentications.authenticated(request).flatMap(client -> granted(client, parsed(request)));
    }

    private static TokenRequest parsed(HTTPRequest request) {
        try {
            return TokenRequest.parse(request);
        } catch (ParseException malformed) {
            throw new OAuthFault(Optional.ofNullable(malformed.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST));
        }
    }

    private Mono<AccessTokenResponse> granted(Client client, TokenRequest request) {
        AuthorizationGrant grant = request.getAuthorizationGrant();
        if (!client.uses(grant.getType())) {
            return fault(OAuth2Error.UNAUTHORIZED_CLIENT.setDescription("This client may not use this grant"));
        }
        return switch (grant) {
            case AuthorizationCodeGrant code -> forCode(client, code);
            case RefreshTokenGrant refresh -> forRefreshToken(client, refresh, request.getScope());
            case ClientCredentialsGrant _ -> forItself(client, request.getScope());
            default -> fault(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        };
    }

    private Mono<AccessTokenResponse> forCode(Client client, AuthorizationCodeGrant grant) {
        if (grant.getCodeVerifier() == null || grant.getRedirectionURI() == null) {
            return fault(OAuth2Error.INVALID_REQUEST.setDescription("code_verifier and redirect_uri are required"));
        }
        var code = new Secret(grant.getAuthorizationCode().getValue());
        String challenge = CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier())
                .getValue();
        return codes.redeem(code, client, grant.getRedirectionURI(), challenge)
                .flatMap(redeemed -> opened(client, redeemed))
                .as(transactions::transactional)
                .switchIfEmpty(Mono.defer(() -> replayed(code, client, challenge)));
    }

    private Mono<AccessTokenResponse> opened(Client client, Redeemed code) {
        var entry = new Entry(code.user(), code.credentials(), code.scopes(), Optional.of(client.id()));
        return sessions.open(code.session(), entry)
                .switchIfEmpty(Mono.defer(TokenGrants::worthless))
                .flatMap(tokens -> identified(client, code, tokens));
    }

    private Mono<AccessTokenResponse> identified(Client client, Redeemed code, Tokens tokens) {
        var access = bearer(tokens.access(), code.scopes());
        RefreshToken refresh = refresh(client, tokens);
        return code.scopes().contains(OAuthScope.OPENID.text())
                ? idTokens.issue(client, code, tokens.access())
                        .map(idToken -> new OIDCTokenResponse(new OIDCTokens(idToken, access, refresh)))
                : Mono.just(answer(access, refresh));
    }

    /**
     * A code that has been used comes back: whoever had the tokens of it might have stolen it (RFC 6749, 4.1.2). Who has
     * seen the code alone cannot end what came of it.
     */
    private Mono<AccessTokenResponse> replayed(Secret code, Client client, String challenge) {
        return codes.sessionOf(code, client, challenge)
                .doOnNext(session -> LOG.warn("A used code of client {} came back: {} ends", client.id(), session))
                .flatMap(sessions::close)
                .then(worthless());
    }

    private static <T> Mono<T> worthless() {
        return fault(OAuth2Error.INVALID_GRANT.setDescription(
                "The code is unknown, expired or used, or was not given for this request"));
    }

    private Mono<AccessTokenResponse> forRefreshToken(
            Client client, RefreshTokenGrant grant, @Nullable Scope narrowed) {
        Set<String> scopes = narrowed == null ? Set.of() : new HashSet<>(narrowed.toStringList());
        String token = grant.getRefreshToken().getValue();
        return sessions.scopesOf(token, Optional.of(client.id()))
                .filter(granted -> !granted.containsAll(scopes))
                .flatMap(_ -> TokenGrants.<AccessTokenResponse>fault(
                        OAuth2Error.INVALID_SCOPE.setDescription("scope holds what the user has not consented to")))
                .switchIfEmpty(Mono.defer(() -> refreshed(client, token, scopes)));
    }

    private Mono<AccessTokenResponse> refreshed(Client client, String token, Set<String> scopes) {
        return sessions.refresh(token, Optional.of(client.id()), scopes).flatMap(outcome -> switch (outcome) {
            case Refreshed(var grant, var tokens) ->
                Mono.just(answer(
                        bearer(tokens.access(), scopes.isEmpty() ? grant.scopes() : scopes), refresh(client, tokens)));
            case Refused _ ->
                fault(OAuth2Error.INVALID_GRANT.setDescription("The refresh token is unknown, expired or used"));
        });
    }

    private Mono<AccessTokenResponse> forItself(Client client, @Nullable Scope wanted) {
        var allowed = new HashSet<>(client.scopes());
        allowed.retainAll(OAuthScope.impersonal());
        Set<String> scopes = wanted == null ? allowed : new HashSet<>(wanted.toStringList());
        return allowed.containsAll(scopes)
                ? issuer.issue(client.id(), scopes).map(token -> answer(bearer(token, scopes), null))
                : fault(OAuth2Error.INVALID_SCOPE.setDescription("scope holds what this client may not do"));
    }

    private static AccessTokenResponse answer(BearerAccessToken access, @Nullable RefreshToken refresh) {
        return new AccessTokenResponse(new com.nimbusds.oauth2.sdk.token.Tokens(access, refresh));
    }

    private BearerAccessToken bearer(AccessToken token, Set<String> scopes) {
        long seconds = Duration.between(clock.instant(), token.expiresAt()).toSeconds();
        return new BearerAccessToken(
                token.value(), seconds, Scope.parse(scopes.stream().sorted().toList()));
    }

    private static @Nullable RefreshToken refresh(Client client, Tokens tokens) {
        return client.uses(GrantType.REFRESH_TOKEN)
                ? new RefreshToken(tokens.refresh().value())
                : null;
    }

    private static <T> Mono<T> fault(ErrorObject error) {
        return Mono.error(() -> new OAuthFault(error));
    }
}
