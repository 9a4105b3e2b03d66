package io.asyncflow.order.cart;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.order.coupon.CouponCode;
import io.asyncflow.order.coupon.Presented;
import io.asyncflow.order.offer.ProductId;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.order.pricing.Country;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The carts with their lines, which are priced as they are read. */
@Component
class CartTable {

    /** A line on its way out of the database or into it. */
    private record StoredLine(
            UUID id,
            int position,
            UUID variant,
            @Nullable UUID product,
            int quantity,
            long price,
            String title,
            Item.Standing standing) {

        static StoredLine of(CartLine line) {
            Item item = line.item();
            return new StoredLine(
                    line.id().uuid(),
                    line.position(),
                    item.variant().uuid(),
                    item.product() == null ? null : item.product().uuid(),
                    line.quantity(),
                    item.price().minorUnits(),
                    item.title(),
                    item.standing());
        }

        CartLine in(CurrencyCode currency) {
            var item = new Item(
                    new VariantId(variant),
                    product == null ? null : new ProductId(product),
                    title,
                    new Money(price, currency),
                    standing);
            return new CartLine(new CartLineId(id), position, item, quantity);
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<StoredLine>> LINES = new TypeReference<>() {};

    private final DatabaseClient database;

    CartTable(DatabaseClient database) {
        this.database = database;
    }

    /** One statement however many carts, so that a cart and its lines are of one moment. */
    Flux<Cart> find(Collection<CartId> ids) {
        return database.sql("""
                        select cart.id, cart.buyer_id, cart.note, cart.currency, cart.created_at, cart.updated_at,
                          cart.discount_codes, cart.country, (
                          select cast(jsonb_agg(jsonb_build_object(
                            'id', line.id,
                            'position', line.position,
                            'variant', line.variant_id,
                            'product', offer.product_id,
                            'quantity', line.quantity,
                            'price', coalesce(cast(offer.prices ->> cart.currency as bigint), line.last_price),
                            'title', coalesce(offer.title, 'This'),
                            'standing', case
                              when coalesce(offer.vanished, true) then 'GONE'
                              when offer.available and offer.prices ->> cart.currency is not null then 'ON_SALE'
                              else 'UNAVAILABLE'
                            end
                          ) order by line.position) as text)
                          from cart_line as line
                          left join variant_offer as offer on offer.id = line.variant_id
                          where line.cart_id = cart.id
                        ) as lines
                        from cart
                        where cart.id = any(:ids)
                        """)
                .bind("ids", ids.stream().map(CartId::uuid).toArray(UUID[]::new))
                .map(CartTable::cart)
                .all();
    }

    /**
     * The cart, which nobody else changes until the transaction ends. Locked first and read then: one statement that did
     * both would, after waiting for the lock, still see the lines as they were before.
     */
    Mono<Cart> findLocked(CartId id) {
        return database.sql("select id from cart where id = :id for update")
                .bind("id", id.uuid())
                .fetch()
                .first()
                .flatMap(_ -> find(List.of(id)).next());
    }

    Mono<Void> insert(Cart cart) {
        return database.sql("""
                        insert into cart (id, buyer_id, note, currency, created_at, updated_at)
                        values (:id, :buyer, :note, :currency, :created, :updated)
                        """)
                .bind("id", cart.id().uuid())
                .bind(
                        "buyer",
                        nullable(
                                UUID.class,
                                cart.buyerId() == null ? null : cart.buyerId().uuid()))
                .bind("note", nullable(String.class, cart.note()))
                .bind("currency", cart.currencyCode().name())
                .bind("created", cart.createdAt())
                .bind("updated", cart.updatedAt())
                .then()
                .then(Mono.defer(() -> cart.lines().isEmpty() ? Mono.empty() : update(cart)));
    }

    /** Makes the stored lines those of the cart. */
    Mono<Void> update(Cart cart) {
        return database.sql("""
                        with line as (
                          select *
                          from jsonb_to_recordset(cast(:lines as jsonb))
                            as line (id uuid, position integer, variant uuid, quantity integer, price bigint)
                        ), removed as (
                          delete from cart_line
                          where cart_id = :id and not exists (select from line where line.id = cart_line.id)
                        ), kept as (
                          insert into cart_line as stored (id, cart_id, position, variant_id, quantity, last_price)
                          select id, :id, position, variant, quantity, price
                          from line
                          on conflict (id) do update set
                            variant_id = excluded.variant_id,
                            quantity = excluded.quantity,
                            last_price = excluded.last_price
                          where (stored.variant_id, stored.quantity, stored.last_price)
                            is distinct from (excluded.variant_id, excluded.quantity, excluded.last_price)
                        )
                        update cart set updated_at = :updated where id = :id
                        """)
                .bind(
                        "lines",
                        JSON.writeValueAsString(
                                cart.lines().stream().map(StoredLine::of).toList()))
                .bind("id", cart.id().uuid())
                .bind("updated", cart.updatedAt())
                .then();
    }

    /** Makes the stored terms those of the cart. */
    Mono<Void> updateTerms(Cart cart) {
        Country country = cart.terms().destination();
        return database.sql("""
                        update cart
                        set discount_codes = :codes, country = :country, updated_at = :updated
                        where id = :id
                        """)
                .bind(
                        "codes",
                        cart.terms().codes().stream()
                                .map(presented -> presented.code().text())
                                .toArray(String[]::new))
                .bind("country", nullable(String.class, country == null ? null : country.code()))
                .bind("updated", cart.updatedAt())
                .bind("id", cart.id().uuid())
                .then();
    }

    private static Cart cart(Readable row) {
        UUID buyer = row.get("buyer_id", UUID.class);
        var currency = CurrencyCode.valueOf(required(row, "currency", String.class));
        return new Cart(
                new CartId(required(row, "id", UUID.class)),
                buyer == null ? null : new UserId(buyer),
                row.get("note", String.class),
                currency,
                required(row, "created_at", Instant.class),
                required(row, "updated_at", Instant.class),
                lines(row.get("lines", String.class), currency),
                terms(row));
    }

    private static List<CartLine> lines(@Nullable String json, CurrencyCode currency) {
        return json == null
                ? List.of()
                : JSON.readValue(json, LINES).stream()
                        .map(line -> line.in(currency))
                        .toList();
    }

    /** Its codes as far as they are known here: what is behind them stands with the coupons. */
    private static CartTerms terms(Readable row) {
        String country = row.get("country", String.class);
        return new CartTerms(
                country == null ? null : new Country(country),
                Stream.of(required(row, "discount_codes", String[].class))
                        .map(code -> Presented.unknown(new CouponCode(code)))
                        .toList());
    }

    private static Parameter nullable(Class<?> type, @Nullable Object value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
