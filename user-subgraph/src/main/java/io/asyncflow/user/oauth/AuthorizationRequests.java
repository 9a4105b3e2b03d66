package io.asyncflow.user.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import io.asyncflow.support.identity.IdentityProperties;
import io.asyncflow.user.oauth.Inquiry.Good;
import io.asyncflow.user.oauth.Inquiry.Refused;
import io.asyncflow.user.oauth.Inquiry.Unsafe;
import io.asyncflow.user.token.OAuthScope;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads authorization requests. Until the client and its redirection address are known to belong together nobody is sent
 * anywhere (RFC 6749, section 4.1.2.1).
 */
@Component
public class AuthorizationRequests {

    private static final int LONGEST_QUERY = 4_000;
    private static final int LONGEST_OPAQUE = 1_000;
    private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Clients clients;
    private final Issuer issuer;

    AuthorizationRequests(Clients clients, IdentityProperties identity) {
        this.clients = clients;
        this.issuer = new Issuer(identity.issuer());
    }

    /** What the query part of the request's address asks for. */
    public Mono<Inquiry> read(String query) {
        if (query.length() > LONGEST_QUERY) {
            return Mono.just(new Unsafe("The request is too long"));
        }
        Map<String, List<String>> parameters = URLUtils.parseParameters(query);
        return single(parameters, "client_id")
                .map(clients::byId)
                .orElse(Mono.empty())
                .map(client -> single(parameters, "redirect_uri")
                        .flatMap(wanted -> RedirectUris.registered(client, wanted))
                        .map(redirectUri -> safely(parameters, client, redirectUri))
                        .orElseGet(() -> new Unsafe("redirect_uri is not registered for this client")))
                .defaultIfEmpty(new Unsafe("client_id names no client"));
    }

    private Inquiry safely(Map<String, List<String>> parameters, Client client, URI redirectUri) {
        try {
            return new Good(checked(parameters, client, redirectUri));
        } catch (OAuthFault fault) {
            return refused(fault.error(), parameters, redirectUri);
        } catch (ParseException malformed) {
            return refused(
                    Optional.ofNullable(malformed.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST),
                    parameters,
                    redirectUri);
        }
    }

    private Inquiry refused(ErrorObject error, Map<String, List<String>> parameters, URI redirectUri) {
        return new Refused(new AuthorizationErrorResponse(
                        redirectUri,
                        error,
                        single(parameters, "state").map(State::new).orElse(null),
                        issuer,
                        ResponseMode.QUERY)
                .toURI());
    }

    private AuthorizationRequest checked(Map<String, List<String>> parameters, Client client, URI redirectUri)
            throws ParseException {
        requireOnce(parameters);
        refuse(parameters.containsKey("request"), OAuth2Error.REQUEST_NOT_SUPPORTED, "Request objects are not read");
        refuse(parameters.containsKey("request_uri"), OAuth2Error.REQUEST_URI_NOT_SUPPORTED, "Nothing is fetched");
        var request = com.nimbusds.oauth2.sdk.AuthorizationRequest.parse(parameters);
        refuse(
                !ResponseType.CODE.equals(request.getResponseType()),
                OAuth2Error.UNSUPPORTED_RESPONSE_TYPE,
                "Only response_type=code is supported");
        refuse(
                !client.uses(GrantType.AUTHORIZATION_CODE),
                OAuth2Error.UNAUTHORIZED_CLIENT,
                "This client may not ask users");
        refuse(
                request.getResponseMode() != null && !ResponseMode.QUERY.equals(request.getResponseMode()),
                OAuth2Error.INVALID_REQUEST,
                "Only response_mode=query is supported");
        requirePrompt(request.getPrompt());
        return new AuthorizationRequest(
                client,
                redirectUri,
                issuer,
                request.getState(),
                scopes(client, request),
                single(parameters, "nonce").orElse(null),
                challenge(request),
                request.getPrompt() != null && request.getPrompt().contains(Prompt.Type.CONSENT));
    }

    private static void requireOnce(Map<String, List<String>> parameters) {
        parameters.forEach((name, values) -> {
            refuse(values.size() != 1, OAuth2Error.INVALID_REQUEST, "Each parameter may be given once");
            boolean opaque = "state".equals(name) || "nonce".equals(name);
            refuse(
                    opaque && values.getFirst().length() > LONGEST_OPAQUE,
                    OAuth2Error.INVALID_REQUEST,
                    "state or nonce is too long");
        });
    }

    /** We never know who sits there before they sign in. */
    private static void requirePrompt(@Nullable Prompt prompt) {
        refuse(
                prompt != null && prompt.contains(Prompt.Type.NONE),
                OIDCError.LOGIN_REQUIRED,
                "The user has to sign in");
    }

    private static Set<String> scopes(Client client, com.nimbusds.oauth2.sdk.AuthorizationRequest request) {
        Set<String> scopes = request.getScope() == null
                ? Set.of()
                : Set.copyOf(request.getScope().toStringList());
        refuse(scopes.isEmpty(), OAuth2Error.INVALID_SCOPE, "scope must be given");
        refuse(
                !OAuthScope.allKnown(scopes) || !client.scopes().containsAll(scopes),
                OAuth2Error.INVALID_SCOPE,
                "scope holds what this client may not ask for");
        return scopes;
    }

    /** Without a method it would be "plain", which protects nothing that an observer of the request has not seen. */
    private static String challenge(com.nimbusds.oauth2.sdk.AuthorizationRequest request) {
        refuse(request.getCodeChallenge() == null, OAuth2Error.INVALID_REQUEST, "code_challenge is required");
        refuse(
                !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod()),
                OAuth2Error.INVALID_REQUEST,
                "code_challenge_method must be S256");
        String challenge = request.getCodeChallenge().getValue();
        refuse(
                !SHA_256.matcher(challenge).matches(),
                OAuth2Error.INVALID_REQUEST,
                "code_challenge must be a SHA-256 in base64url");
        return challenge;
    }

    private static void refuse(boolean wrong, ErrorObject error, String description) {
        if (wrong) {
            throw OAuthFault.of(error, description);
        }
    }

    private static Optional<String> single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()).filter(value -> !value.isEmpty()) : Optional.empty();
    }
}
