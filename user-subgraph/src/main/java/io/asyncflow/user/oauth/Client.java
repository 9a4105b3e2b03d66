package io.asyncflow.user.oauth;

import com.nimbusds.oauth2.sdk.GrantType;
import io.asyncflow.user.session.Secret;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A program that may ask for tokens.
 *
 * @param secretHash of the secret that it proves itself with; empty for a public one, which cannot keep any
 * @param firstParty whether it is the shop's own face, whose users need not be asked for consent
 * @param introspects whether it may ask about everybody's tokens and API keys
 * @param redirectUris where users may be sent back to, to the letter
 * @param partner whose it is; empty when it is the shop's
 */
public record Client(
        String id,
        String name,
        Optional<byte[]> secretHash,
        boolean firstParty,
        boolean introspects,
        Set<String> redirectUris,
        Set<String> grants,
        Set<String> scopes,
        Optional<UUID> partner) {

    public Client {
        redirectUris = Set.copyOf(redirectUris);
        grants = Set.copyOf(grants);
        scopes = Set.copyOf(scopes);
    }

    boolean isPublic() {
        return secretHash.isEmpty();
    }

    boolean provesItselfBy(Secret secret) {
        return secretHash.filter(secret::hasHash).isPresent();
    }

    boolean uses(GrantType grant) {
        return grants.contains(grant.getValue());
    }

    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
