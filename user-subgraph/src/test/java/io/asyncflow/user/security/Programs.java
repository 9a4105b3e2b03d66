package io.asyncflow.user.security;

import io.asyncflow.support.identity.AccessTokens;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.Shopper;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.token.AccessGrant;
import io.asyncflow.user.token.AccessToken;
import io.asyncflow.user.token.AccessTokenIssuer;
import io.asyncflow.user.token.OAuthScope;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** Programs of others, with all that an account's owner can consent to. */
final class Programs {

    private Programs() {}

    static Shopper actingFor(UserId owner, AccessTokenIssuer issuer, HttpGraphQlTester graph) {
        var scopes = Arrays.stream(OAuthScope.values())
                .map(OAuthScope::text)
                .filter(scope -> !scope.equals(AccessTokens.ACCOUNT_SCOPE))
                .collect(Collectors.toSet());
        var grant = new AccessGrant(owner, List.of(Role.values()), scopes, "client_of_somebody", null);
        AccessToken token = issuer.issue(grant).blockOptional().orElseThrow();
        return new Shopper(owner, new Visitor(graph).with(token.value()).graph());
    }
}
