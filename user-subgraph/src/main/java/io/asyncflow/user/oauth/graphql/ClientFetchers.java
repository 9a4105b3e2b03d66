package io.asyncflow.user.oauth.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.oauth.Client;
import io.asyncflow.user.oauth.Clients;
import io.asyncflow.user.oauth.OAuthClientInput;
import io.asyncflow.user.partner.PartnerId;
import io.asyncflow.user.partner.Partners;
import io.asyncflow.user.role.Staff;
import io.asyncflow.user.session.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Registering programs, for administrators. */
@DgsComponent
public class ClientFetchers {

    /** {@code OAuthClient} of the schema. */
    public record OAuthClient(
            String clientId, String name, List<String> redirectUris, List<String> grants, List<String> scopes) {

        static OAuthClient of(Client client) {
            return new OAuthClient(
                    client.id(),
                    client.name(),
                    sorted(client.redirectUris()),
                    sorted(client.grants()).stream()
                            .map(grant -> grant.toUpperCase(Locale.ROOT))
                            .toList(),
                    sorted(client.scopes()));
        }

        private static List<String> sorted(Collection<String> texts) {
            return texts.stream().sorted().toList();
        }
    }

    /** {@code OAuthClientPayload} of the schema. */
    public record OAuthClientPayload(
            @Nullable OAuthClient client, @Nullable String clientSecret, List<UserError> userErrors) {

        static OAuthClientPayload of(Clients.Registered registered) {
            return new OAuthClientPayload(
                    OAuthClient.of(registered.client()),
                    registered.secret().map(Secret::text).orElse(null),
                    List.of());
        }

        static OAuthClientPayload refused(List<UserError> errors) {
            return new OAuthClientPayload(null, null, errors);
        }

        /** The secret is one. */
        @Override
        public String toString() {
            return "OAuthClientPayload[" + client + ", " + userErrors + "]";
        }
    }

    private final Clients clients;
    private final Partners partners;

    ClientFetchers(Clients clients, Partners partners) {
        this.clients = clients;
        this.partners = partners;
    }

    @DgsMutation
    public Mono<OAuthClientPayload> oauthClientCreate(@InputArgument OAuthClientInput input) {
        return Staff.administrator().flatMap(_ -> {
            var problems = input.problems();
            return problems.isEmpty() ? registered(input) : Mono.just(OAuthClientPayload.refused(problems));
        });
    }

    @DgsMutation
    public Mono<OAuthClientPayload> oauthClientDisable(@InputArgument String clientId) {
        return Staff.administrator()
                .flatMap(_ -> clients.disable(clientId))
                .map(client -> new OAuthClientPayload(OAuthClient.of(client), null, List.of()))
                .defaultIfEmpty(OAuthClientPayload.refused(missing("There is no such client", "clientId")));
    }

    private Mono<OAuthClientPayload> registered(OAuthClientInput input) {
        return input.partner()
                .map(this::exists)
                .orElse(Mono.just(true))
                .flatMap(exists -> exists
                        ? clients.register(input).map(OAuthClientPayload::of)
                        : Mono.just(
                                OAuthClientPayload.refused(missing("There is no such partner", "input", "partnerId"))));
    }

    private Mono<Boolean> exists(PartnerId partner) {
        return partners.byId(partner).hasElement();
    }

    private static List<UserError> missing(String message, String... field) {
        return List.of(UserError.of(ErrorCode.NOT_FOUND, message, field));
    }
}
