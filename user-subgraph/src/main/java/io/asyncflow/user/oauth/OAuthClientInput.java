package io.asyncflow.user.oauth;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Texts;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.AccessTokens;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.partner.PartnerId;
import io.asyncflow.user.session.Secret;
import io.asyncflow.user.token.OAuthScope;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a program is, and what it may, as an administrator sent it. */
public record OAuthClientInput(
        String name,
        boolean confidential,
        boolean firstParty,
        boolean introspects,
        List<String> redirectUris,
        List<OAuthGrant> grants,
        List<String> scopes,
        @Nullable String partnerId) {

    private static final int LONGEST_NAME = 80;
    private static final int MOST_URIS = 20;

    public List<UserError> problems() {
        return InputCheck.problemsIn(
                "input",
                this::tidyName,
                this::requireGrants,
                this::requireRedirectUris,
                this::requireScopes,
                this::requireSecret,
                this::partner);
    }

    public Optional<PartnerId> partner() {
        return Optional.ofNullable(partnerId).map(id -> PartnerId.parse("partnerId", id));
    }

    Client client(String id, Optional<Secret> secret) {
        return new Client(
                id,
                tidyName(),
                secret.map(Secret::hash),
                firstParty,
                introspects,
                new HashSet<>(redirectUris),
                grants.stream().map(OAuthGrant::text).collect(Collectors.toSet()),
                new HashSet<>(scopes),
                partner().map(PartnerId::uuid));
    }

    private String tidyName() {
        return Texts.required("name", name, LONGEST_NAME);
    }

    private void requireGrants() {
        if (grants.isEmpty() && !introspects) {
            throw new BadInput("grants", "must name at least one, unless the program only introspects");
        }
    }

    private void requireRedirectUris() {
        boolean asksUsers = grants.contains(OAuthGrant.AUTHORIZATION_CODE);
        if (asksUsers == redirectUris.isEmpty()
                || redirectUris.size() > MOST_URIS
                || !redirectUris.stream().allMatch(RedirectUris::acceptable)) {
            throw new BadInput(
                    "redirectUris",
                    "must be at most 20 absolute addresses without a fragment, and only with AUTHORIZATION_CODE:"
                            + " https, http on the user's own machine, or an app's own scheme with a dot in it");
        }
    }

    private void requireScopes() {
        if (!OAuthScope.allKnown(scopes)) {
            throw new BadInput("scopes", "must be scopes that there are");
        }
        if (scopes.contains(AccessTokens.ACCOUNT_SCOPE) && (!firstParty || partnerId != null)) {
            throw new BadInput("scopes", "may hold account only for the shop's own programs");
        }
    }

    private void requireSecret() {
        boolean needed = introspects || grants.contains(OAuthGrant.CLIENT_CREDENTIALS);
        if (needed && !confidential) {
            throw new BadInput("confidential", "must be true for a program that acts for itself or introspects");
        }
        if (firstParty && partnerId != null) {
            throw new BadInput("firstParty", "must be false for a partner's program");
        }
    }
}
