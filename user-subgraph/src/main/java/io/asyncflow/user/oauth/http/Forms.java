package io.asyncflow.user.oauth.http;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.asyncflow.user.oauth.OAuthFault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Reads the forms that clients and browsers post, as the OAuth library takes them. */
final class Forms {

    private static final int LARGEST = 16 * 1024;
    private static final ErrorObject TOO_LARGE =
            new ErrorObject(OAuth2Error.INVALID_REQUEST_CODE, "The form is too large", 413);

    private Forms() {}

    /** A posted form, or an {@link OAuthFault}: nothing else is read, and nothing in the address. */
    static Mono<HTTPRequest> read(ServerRequest request) {
        if (!isForm(request) || request.uri().getRawQuery() != null) {
            return Mono.error(() -> OAuthFault.of(
                    OAuth2Error.INVALID_REQUEST, "Post a form (application/x-www-form-urlencoded), without a query"));
        }
        if (request.headers().header(HttpHeaders.AUTHORIZATION).size() > 1) {
            return Mono.error(() -> OAuthFault.of(OAuth2Error.INVALID_REQUEST, "Authenticate the client once"));
        }
        return DataBufferUtils.join(request.body(BodyExtractors.toDataBuffers()), LARGEST)
                .map(Forms::text)
                .defaultIfEmpty("")
                .onErrorMap(DataBufferLimitException.class, _ -> new OAuthFault(TOO_LARGE))
                .map(body -> message(request, body));
    }

    private static boolean isForm(ServerRequest request) {
        return request.headers()
                .contentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED::isCompatibleWith)
                .isPresent();
    }

    private static String text(DataBuffer buffer) {
        String text = buffer.toString(StandardCharsets.UTF_8);
        DataBufferUtils.release(buffer);
        return text;
    }

    private static HTTPRequest message(ServerRequest request, String body) {
        var message = new HTTPRequest(HTTPRequest.Method.POST, URI.create("http://localhost" + request.path()));
        try {
            message.setContentType(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
        String authorization = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            message.setAuthorization(authorization);
        }
        message.setBody(body);
        return message;
    }
}
