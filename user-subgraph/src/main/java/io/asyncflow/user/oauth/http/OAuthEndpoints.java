package io.asyncflow.user.oauth.http;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.support.redis.Verdict;
import io.asyncflow.user.oauth.Introspection;
import io.asyncflow.user.oauth.OAuthFault;
import io.asyncflow.user.oauth.OAuthLimits;
import io.asyncflow.user.oauth.Revocation;
import io.asyncflow.user.oauth.TokenGrants;
import io.asyncflow.user.oauth.TooManyRequests;
import io.asyncflow.user.oauth.UserInfo;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The endpoints that programs call. */
@Configuration(proxyBeanMethods = false)
class OAuthEndpoints {

    private static final String BASIC = "Basic realm=\"oauth\", charset=\"UTF-8\"";

    @Bean
    RouterFunction<ServerResponse> oauthRoutes(
            TokenGrants tokens,
            Introspection introspection,
            Revocation revocation,
            UserInfo userInfo,
            OAuthLimits limits) {
        return RouterFunctions.route()
                .POST(
                        "/oauth/token",
                        request -> form(
                                request,
                                limits,
                                form -> tokens.answer(form)
                                        .flatMap(answer -> json(HttpStatus.OK)
                                                .bodyValue(answer.toJSONObject().toJSONString()))))
                .POST(
                        "/oauth/introspect",
                        request -> form(
                                request,
                                limits,
                                form -> introspection
                                        .answer(form)
                                        .flatMap(answer -> json(HttpStatus.OK).bodyValue(answer))))
                .POST(
                        "/oauth/revoke",
                        request -> form(
                                request,
                                limits,
                                form -> revocation
                                        .answer(form)
                                        .then(Mono.defer(
                                                () -> json(HttpStatus.OK).build()))))
                .GET("/userinfo", _ -> userInfo(userInfo))
                .POST("/userinfo", _ -> userInfo(userInfo))
                .build();
    }

    private static Mono<ServerResponse> form(
            ServerRequest request, OAuthLimits limits, Function<HTTPRequest, Mono<ServerResponse>> answer) {
        return limits.anybody()
                .flatMap(verdict -> switch (verdict) {
                    case Verdict.Allowed _ -> Forms.read(request).flatMap(answer);
                    case Verdict.Refused(var retryAfter) -> tooMany(retryAfter);
                })
                .onErrorResume(TooManyRequests.class, tooMany -> tooMany(tooMany.retryAfter()))
                .onErrorResume(OAuthFault.class, fault -> refused(request, fault.error()));
    }

    private static Mono<ServerResponse> tooMany(Duration retryAfter) {
        return json(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds() + 1))
                .bodyValue(Map.of("error", "temporarily_unavailable", "error_description", "Too many requests"));
    }

    private static Mono<ServerResponse> refused(ServerRequest request, ErrorObject error) {
        boolean unproven = OAuth2Error.INVALID_CLIENT.equals(error);
        var answer =
                json(unproven ? HttpStatus.UNAUTHORIZED : HttpStatus.valueOf(Math.max(error.getHTTPStatusCode(), 400)));
        if (unproven && request.headers().firstHeader(HttpHeaders.AUTHORIZATION) != null) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        }
        return answer.bodyValue(error.toJSONObject().toJSONString());
    }

    private static Mono<ServerResponse> userInfo(UserInfo userInfo) {
        return Viewer.current()
                .flatMap(viewer -> userInfo.of(viewer)
                        .flatMap(claims -> json(HttpStatus.OK).bodyValue(claims))
                        .switchIfEmpty(Mono.defer(() -> viewer instanceof Viewer.Anonymous
                                ? challenged(HttpStatus.UNAUTHORIZED, "Bearer")
                                : challenged(
                                        HttpStatus.FORBIDDEN,
                                        "Bearer error=\"insufficient_scope\", scope=\"openid\""))));
    }

    private static Mono<ServerResponse> challenged(HttpStatus status, String challenge) {
        return json(status).header(HttpHeaders.WWW_AUTHENTICATE, challenge).build();
    }

    private static ServerResponse.BodyBuilder json(HttpStatus status) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache");
    }
}
