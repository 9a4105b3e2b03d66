package io.asyncflow.user.oauth.http;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.claims.ClaimType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.asyncflow.support.identity.IdentityProperties;
import io.asyncflow.user.token.OAuthScope;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Tells programs where everything is and what we can (OpenID Connect Discovery, RFC 8414). */
@Configuration(proxyBeanMethods = false)
class Discovery {

    private static final CacheControl CACHEABLE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    @Bean
    RouterFunction<ServerResponse> discoveryRoutes(IdentityProperties identity) {
        String json = metadata(identity.issuer()).toJSONObject().toJSONString();
        return RouterFunctions.route()
                .GET("/.well-known/openid-configuration", _ -> answer(json))
                .GET("/.well-known/oauth-authorization-server", _ -> answer(json))
                .build();
    }

    private static Mono<ServerResponse> answer(String json) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CACHEABLE)
                .bodyValue(json);
    }

    private static OIDCProviderMetadata metadata(String issuer) {
        var metadata = new OIDCProviderMetadata(
                new Issuer(issuer), List.of(SubjectType.PUBLIC), URI.create(issuer + "/.well-known/jwks.json"));
        metadata.setAuthorizationEndpointURI(URI.create(issuer + "/oauth/authorize"));
        metadata.setTokenEndpointURI(URI.create(issuer + "/oauth/token"));
        metadata.setRevocationEndpointURI(URI.create(issuer + "/oauth/revoke"));
        metadata.setIntrospectionEndpointURI(URI.create(issuer + "/oauth/introspect"));
        metadata.setUserInfoEndpointURI(URI.create(issuer + "/userinfo"));
        metadata.setScopes(new Scope(
                Arrays.stream(OAuthScope.values()).map(OAuthScope::text).toArray(String[]::new)));
        metadata.setResponseTypes(List.of(ResponseType.CODE));
        metadata.setResponseModes(List.of(ResponseMode.QUERY));
        metadata.setGrantTypes(
                List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS));
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        var bySecret =
                List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);
        var bySecretOrName = List.of(
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                ClientAuthenticationMethod.CLIENT_SECRET_POST,
                ClientAuthenticationMethod.NONE);
        metadata.setTokenEndpointAuthMethods(bySecretOrName);
        metadata.setRevocationEndpointAuthMethods(bySecretOrName);
        metadata.setIntrospectionEndpointAuthMethods(bySecret);
        metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.ES256));
        metadata.setClaimTypes(List.of(ClaimType.NORMAL));
        metadata.setClaims(List.of("sub", "iss", "auth_time", "name", "email", "email_verified"));
        metadata.setSupportsRequestURIParam(false);
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        return metadata;
    }
}
