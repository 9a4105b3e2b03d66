package io.asyncflow.user.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import io.asyncflow.user.session.Secret;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks a user for. All of it has been checked.
 *
 * @param state for the client to know its own request again
 * @param nonce for the client to know that an ID token was made for this request
 * @param codeChallenge the SHA-256 of what only the client knows that asks
 * @param askAgain whether the user shall be asked even for what has been consented to
 */
public record AuthorizationRequest(
        Client client,
        URI redirectUri,
        Issuer issuer,
        @Nullable State state,
        Set<String> scopes,
        @Nullable String nonce,
        String codeChallenge,
        boolean askAgain) {

    public AuthorizationRequest {
        scopes = Set.copyOf(scopes);
    }

    /** Back at the client, with a code. Who answers is told as well (RFC 9207). */
    public URI answered(Secret code) {
        return new AuthorizationSuccessResponse(
                        redirectUri, new AuthorizationCode(code.text()), null, state, issuer, ResponseMode.QUERY)
                .toURI();
    }

    public URI refused(ErrorObject error) {
        return new AuthorizationErrorResponse(redirectUri, error, state, issuer, ResponseMode.QUERY).toURI();
    }
}
