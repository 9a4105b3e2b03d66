package io.asyncflow.user.oauth;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.asyncflow.support.redis.Verdict;
import io.asyncflow.user.session.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out which client makes a request (RFC 6749, section 2.3): by its secret or, if it can keep none, by its name. */
@Component
public class ClientAuthentications {

    private final Clients clients;
    private final OAuthLimits limits;

    ClientAuthentications(Clients clients, OAuthLimits limits) {
        this.clients = clients;
        this.limits = limits;
    }

    /** The client that makes the request, or an {@link OAuthFault}, or {@link TooManyRequests} of that client. */
    public Mono<Client> authenticated(HTTPRequest request) {
        return found(request).flatMap(client -> client.isPublic() ? Mono.just(client) : counted(client));
    }

    private Mono<Client> counted(Client client) {
        return limits.proven(client).map(verdict -> switch (verdict) {
            case Verdict.Allowed() -> client;
            case Verdict.Refused(var retryAfter) -> throw new TooManyRequests(retryAfter);
        });
    }

    private Mono<Client> found(HTTPRequest request) {
        return Mono.defer(() -> {
            Map<String, List<String>> form = form(request);
            ClientAuthentication shown = shown(request, form);
            if (shown == null) {
                return named(form);
            }
            // A key or a certificate would have to be registered first, for which there is no way.
            return shown instanceof PlainClientSecret plain
                    ? clients.proven(
                                    shown.getClientID().getValue(),
                                    new Secret(plain.getClientSecret().getValue()))
                            .switchIfEmpty(unknown())
                    : unknown();
        });
    }

    /** The form's parameters, each of them there once. */
    static Map<String, List<String>> form(HTTPRequest request) {
        try {
            Map<String, List<String>> form = request.getBodyAsFormParameters();
            if (form.values().stream().anyMatch(values -> values.size() != 1)) {
                throw OAuthFault.of(OAuth2Error.INVALID_REQUEST, "Each parameter may be given once");
            }
            return form;
        } catch (ParseException malformed) {
            throw OAuthFault.of(OAuth2Error.INVALID_REQUEST, "A form is expected");
        }
    }

    private static @Nullable ClientAuthentication shown(HTTPRequest request, Map<String, List<String>> form) {
        if (request.getAuthorization() != null && form.containsKey("client_secret")) {
            throw OAuthFault.of(OAuth2Error.INVALID_REQUEST, "Authenticate the client in one way only");
        }
        try {
            ClientAuthentication shown = ClientAuthentication.parse(request);
            if (shown == null && request.getAuthorization() != null) {
                throw new OAuthFault(OAuth2Error.INVALID_CLIENT);
            }
            if (shown != null && !agrees(form, shown)) {
                throw OAuthFault.of(
                        OAuth2Error.INVALID_REQUEST, "client_id is another than the one that authenticates");
            }
            return shown;
        } catch (ParseException malformed) {
            throw new OAuthFault(OAuth2Error.INVALID_CLIENT);
        }
    }

    private static boolean agrees(Map<String, List<String>> form, ClientAuthentication shown) {
        List<String> named = form.get("client_id");
        return named == null || named.equals(List.of(shown.getClientID().getValue()));
    }

    private Mono<Client> named(Map<String, List<String>> form) {
        List<String> id = form.get("client_id");
        return id == null
                ? unknown()
                : clients.byId(id.getFirst()).filter(Client::isPublic).switchIfEmpty(unknown());
    }

    private static Mono<Client> unknown() {
        return Mono.error(() -> new OAuthFault(OAuth2Error.INVALID_CLIENT));
    }
}
