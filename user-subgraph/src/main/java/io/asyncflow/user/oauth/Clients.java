package io.asyncflow.user.oauth;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.user.session.Secret;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The clients that may ask for tokens, in PostgreSQL. */
@Component
public class Clients {

    private final DatabaseClient database;
    private final Clock clock;

    Clients(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The client, unless it, or the partner whose it is, has been shut out. */
    public Mono<Client> byId(String id) {
        // PostgreSQL cannot even look for the character 0.
        return id.indexOf('\0') >= 0
                ? Mono.empty()
                : database.sql("""
                        select c.id, c.name, c.secret_hash, c.first_party, c.introspects, c.redirect_uris, c.grants,
                               c.scopes, c.partner_id
                          from oauth_client c
                          left join partner p on p.id = c.partner_id
                         where c.id = :id
                           and c.disabled_at is null
                           and coalesce(p.status, 'ACTIVE') = 'ACTIVE'""").bind("id", id).map(Clients::client).one();
    }

    /** The client that has this secret; to find out takes the same whether there is such a client or not. */
    Mono<Client> proven(String id, Secret secret) {
        return byId(id).filter(client -> client.provesItselfBy(secret));
    }

    /** A client and, if it can keep one, the secret that is shown this once. */
    public record Registered(Client client, Optional<Secret> secret) {}

    public Mono<Registered> register(OAuthClientInput input) {
        Optional<Secret> secret = input.confidential() ? Optional.of(Secret.random()) : Optional.empty();
        Client client = input.client(TypeId.format("client", Uuid7.next(clock)), secret);
        return add(client).thenReturn(new Registered(client, secret));
    }

    /** The client that is shut out now; empty when there was none, or it was before. */
    public Mono<Client> disable(String id) {
        return byId(id).delayUntil(client -> database.sql("""
                        update oauth_client
                           set disabled_at = :now
                         where id = :id and disabled_at is null""")
                .bind("id", client.id())
                .bind("now", clock.instant())
                .then());
    }

    /** Whether the client is there now; false when another one has its id. */
    Mono<Boolean> add(Client client) {
        var insert = database.sql("""
                        insert into oauth_client (id, name, secret_hash, first_party, introspects, redirect_uris,
                                                  grants, scopes, partner_id, created_at)
                        values (:id, :name, :secretHash, :firstParty, :introspects, :redirectUris,
                                :grants, :scopes, :partner, :now)
                        on conflict (id) do nothing""")
                .bind("id", client.id())
                .bind("name", client.name())
                .bind("firstParty", client.firstParty())
                .bind("introspects", client.introspects())
                .bind("redirectUris", sorted(client.redirectUris()))
                .bind("grants", sorted(client.grants()))
                .bind("scopes", sorted(client.scopes()))
                .bind("now", clock.instant());
        var withSecret = client.secretHash().isPresent()
                ? insert.bind("secretHash", client.secretHash().get())
                : insert.bindNull("secretHash", byte[].class);
        var withPartner = client.partner().isPresent()
                ? withSecret.bind("partner", client.partner().get())
                : withSecret.bindNull("partner", UUID.class);
        return withPartner.fetch().rowsUpdated().map(rows -> rows == 1);
    }

    private static String[] sorted(Set<String> texts) {
        return texts.stream().sorted().toArray(String[]::new);
    }

    private static Client client(Readable row) {
        return new Client(
                required(row, "id", String.class),
                required(row, "name", String.class),
                Optional.ofNullable(row.get("secret_hash", ByteBuffer.class)).map(Clients::bytes),
                required(row, "first_party", Boolean.class),
                required(row, "introspects", Boolean.class),
                Set.of(required(row, "redirect_uris", String[].class)),
                Set.of(required(row, "grants", String[].class)),
                Set.of(required(row, "scopes", String[].class)),
                Optional.ofNullable(row.get("partner_id", UUID.class)));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
