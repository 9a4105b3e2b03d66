package io.asyncflow.user.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.asyncflow.support.errors.Unauthenticated;
import io.asyncflow.support.identity.AccessTokens;
import io.asyncflow.user.partner.ApiKeys;
import io.asyncflow.user.partner.KnownKey;
import io.asyncflow.user.token.Signatures;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells confidential clients what a token is good for at this moment (RFC 7662). Each hears of its own tokens; of
 * everybody's, and of API keys, only a client that stands in front of the shop, such as a gateway.
 */
@Component
public class Introspection {

    private static final Map<String, Object> INACTIVE = Map.of("active", false);

    private final ClientAuthentications authentications;
    private final Clients clients;
    private final AccessTokens accessTokens;
    private final Signatures signatures;
    private final ApiKeys apiKeys;

    Introspection(
            ClientAuthentications authentications,
            Clients clients,
            AccessTokens accessTokens,
            Signatures signatures,
            ApiKeys apiKeys) {
        this.authentications = authentications;
        this.clients = clients;
        this.accessTokens = accessTokens;
        this.signatures = signatures;
        this.apiKeys = apiKeys;
    }

    /** The answer as JSON, or an {@link OAuthFault}. */
    public Mono<Map<String, Object>> answer(HTTPRequest request) {
        return authentications
                .authenticated(request)
                .filter(client -> !client.isPublic())
                .switchIfEmpty(Mono.error(() -> new OAuthFault(OAuth2Error.INVALID_CLIENT)))
                .flatMap(caller -> about(token(request), caller))
                .defaultIfEmpty(INACTIVE);
    }

    static String token(HTTPRequest request) {
        return Optional.ofNullable(ClientAuthentications.form(request).get("token"))
                .map(values -> values.getFirst())
                .filter(token -> !token.isBlank())
                .orElseThrow(() -> OAuthFault.of(OAuth2Error.INVALID_REQUEST, "token is required"));
    }

    private Mono<Map<String, Object>> about(String token, Client caller) {
        return ApiKeys.looksLikeOne(token)
                ? Mono.just(caller)
                        .filter(Client::introspects)
                        .flatMap(_ -> apiKeys.known(token))
                        .map(Introspection::described)
                : accessTokens
                        .verify(token)
                        .onErrorResume(Unauthenticated.class, _ -> Mono.empty())
                        .flatMap(_ -> signatures.verified(AccessTokens.TYPE, token))
                        .filterWhen(claims -> mayBeTold(claims, caller))
                        .map(Introspection::described);
    }

    /** A client that has been shut out is not spoken for by the tokens that it still has. */
    private Mono<Boolean> mayBeTold(JWTClaimsSet claims, Client caller) {
        return bearer(claims)
                .map(id -> caller.introspects() || id.equals(caller.id())
                        ? clients.byId(id).hasElement()
                        : Mono.just(false))
                .orElseGet(() -> Mono.just(caller.introspects()));
    }

    private static Optional<String> bearer(JWTClaimsSet claims) {
        try {
            return Optional.ofNullable(claims.getStringClaim(AccessTokens.CLIENT));
        } catch (ParseException malformed) {
            throw new IllegalStateException("We do not sign such claims", malformed);
        }
    }

    private static Map<String, Object> described(JWTClaimsSet claims) {
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("active", true, "token_type", "Bearer"));
        claims.toJSONObject().forEach(answer::put);
        return answer;
    }

    private static Map<String, Object> described(KnownKey key) {
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("active", true, "token_type", "api_key"));
        answer.put("sub", key.partner().id().toString());
        answer.put("scope", String.join(" ", key.scopes()));
        answer.put("key_id", key.id().toString());
        answer.put("partner_name", key.partner().name());
        answer.put("rate_plan", key.partner().ratePlan().name());
        answer.put("requests_per_minute", key.partner().ratePlan().requestsPerMinute());
        if (key.expiresAt() != null) {
            answer.put("exp", key.expiresAt().getEpochSecond());
        }
        return answer;
    }
}
