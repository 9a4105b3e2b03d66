package io.asyncflow.user.partner;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import io.asyncflow.user.session.Secret;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The keys of partners, in PostgreSQL. A key reads {@code afk_<26 characters of its id>_<its secret>}. */
@Component
public class ApiKeys {

    /** A key as its partner sees it, once. */
    public record Fresh(ApiKey key, String text) {

        /** The text is a secret. */
        @Override
        public String toString() {
            return "Fresh[" + key.id() + "]";
        }
    }

    private static final Keyset<ApiKey> ORDER = Keyset.<ApiKey>ordered("API_KEYS")
            .by("created_at", "timestamptz", ApiKey::createdAt)
            .by("id", "uuid", key -> key.id().uuid());

    private static final int ID_LENGTH = ApiKeyId.PREFIX.length() + 27;
    private static final int LONGEST = 120;

    /** A key in use is written to at most that often. */
    private static final Duration USE_NOTED = Duration.ofMinutes(1);

    private final DatabaseClient database;
    private final Clock clock;

    ApiKeys(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public static boolean looksLikeOne(String text) {
        return text.startsWith(ApiKeyId.PREFIX + "_");
    }

    public Mono<Fresh> create(ApiKeyInput input) {
        var secret = Secret.random();
        var key = new ApiKey(
                new ApiKeyId(Uuid7.next(clock)),
                input.partner(),
                input.tidyName(),
                input.grantedScopes(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                input.expiresAt(),
                null,
                null);
        var insert = database.sql("""
                        insert into api_key (id, partner_id, name, secret_hash, scopes, created_at, expires_at)
                        values (:id, :partner, :name, :secretHash, :scopes, :now, :expiresAt)""")
                .bind("id", key.id().uuid())
                .bind("partner", key.partner().uuid())
                .bind("name", key.name())
                .bind("secretHash", secret.hash())
                .bind("scopes", key.scopes().toArray(String[]::new))
                .bind("now", key.createdAt());
        return withExpiry(insert, key).then().thenReturn(new Fresh(key, key.id() + "_" + secret.text()));
    }

    /** The key, revoked now or before; empty when there is none. */
    public Mono<ApiKey> revoke(ApiKeyId id) {
        return database.sql("""
                        update api_key
                           set revoked_at = coalesce(revoked_at, :now)
                         where id = :id
                        returning id, partner_id, name, scopes, created_at, expires_at, last_used_at, revoked_at""")
                .bind("id", id.uuid())
                .bind("now", clock.instant())
                .map(ApiKeys::key)
                .one();
    }

    public Mono<Connection<ApiKey>> of(PartnerId partner, PageRequest page) {
        String sql = """
                select id, partner_id, name, scopes, created_at, expires_at, last_used_at, revoked_at
                  from api_key
                 where partner_id = :partner
                   and %s
                 order by %s
                 limit :limit""".formatted(ORDER.where(page), ORDER.orderBy(page));
        return ORDER.bind(database.sql(sql), page)
                .bind("partner", partner.uuid())
                .bind("limit", page.limit())
                .map(ApiKeys::key)
                .all()
                .collectList()
                .map(rows -> ORDER.connection(page, rows, null));
    }

    /** The key that somebody shows; empty when it is none, or no longer good. */
    public Mono<KnownKey> known(String text) {
        if (text.length() > LONGEST || text.length() <= ID_LENGTH || text.charAt(ID_LENGTH) != '_') {
            return Mono.empty();
        }
        ApiKeyId id;
        try {
            id = ApiKeyId.parse("token", text.substring(0, ID_LENGTH));
        } catch (BadInput malformed) {
            return Mono.empty();
        }
        return good(id, new Secret(text.substring(ID_LENGTH + 1)));
    }

    private Mono<KnownKey> good(ApiKeyId id, Secret secret) {
        record Found(KnownKey key, byte[] hash) {}
        return database.sql("""
                        select k.secret_hash, k.scopes, k.expires_at, p.id, p.name, p.contact_email, p.status,
                               p.rate_plan, p.created_at
                          from api_key k
                          join partner p on p.id = k.partner_id
                         where k.id = :id
                           and k.revoked_at is null
                           and coalesce(k.expires_at > :now, true)
                           and p.status = 'ACTIVE'""")
                .bind("id", id.uuid())
                .bind("now", clock.instant())
                .map(row -> new Found(
                        new KnownKey(id, Partners.partner(row), scopes(row), row.get("expires_at", Instant.class)),
                        bytes(required(row, "secret_hash", ByteBuffer.class))))
                .one()
                .filter(found -> secret.hasHash(found.hash()))
                .map(Found::key)
                .delayUntil(this::noteUse);
    }

    private Mono<Void> noteUse(KnownKey key) {
        Instant now = clock.instant();
        return database.sql("""
                        update api_key
                           set last_used_at = :now
                         where id = :id
                           and (last_used_at is null or last_used_at < :before)""")
                .bind("id", key.id().uuid())
                .bind("now", now)
                .bind("before", now.minus(USE_NOTED))
                .then();
    }

    private static GenericExecuteSpec withExpiry(GenericExecuteSpec insert, ApiKey key) {
        return key.expiresAt() == null
                ? insert.bindNull("expiresAt", Instant.class)
                : insert.bind("expiresAt", key.expiresAt());
    }

    private static ApiKey key(Readable row) {
        return new ApiKey(
                new ApiKeyId(required(row, "id", UUID.class)),
                new PartnerId(required(row, "partner_id", UUID.class)),
                required(row, "name", String.class),
                scopes(row),
                required(row, "created_at", Instant.class),
                row.get("expires_at", Instant.class),
                row.get("last_used_at", Instant.class),
                row.get("revoked_at", Instant.class));
    }

    private static List<String> scopes(Readable row) {
        return List.of(required(row, "scopes", String[].class));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
