package io.asyncflow.user.address;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All addresses, in PostgreSQL. */
@Component
class AddressTable {

    private final DatabaseClient database;

    AddressTable(DatabaseClient database) {
        this.database = database;
    }

    /** In the order in which they were added. */
    Flux<Address> of(UserId account) {
        return database.sql("""
                        select id, name, line1, line2, city, region, postal_code, country_code, phone, is_default
                        from address
                        where account_id = :account
                        order by created_at, id""")
                .bind("account", account.uuid())
                .map(AddressTable::address)
                .all();
    }

    /** Whoever changes an account's addresses does so alone, until the end of the transaction. */
    Mono<Void> lock(UserId account) {
        return database.sql("select 1 from account where id = :account for no key update")
                .bind("account", account.uuid())
                .then();
    }

    Mono<Void> add(UserId account, Address address, Instant now) {
        return place(database.sql("""
                                insert into address
                                    (id, account_id, name, line1, line2, city, region, postal_code, country_code,
                                     phone, is_default, created_at)
                                values (:id, :account, :name, :line1, :line2, :city, :region, :postalCode,
                                    :countryCode, :phone, :isDefault, :now)"""), address.place())
                .bind("id", address.id().uuid())
                .bind("account", account.uuid())
                .bind("isDefault", address.isDefault())
                .bind("now", now)
                .then();
    }

    Mono<Void> replace(AddressId id, Place place) {
        return place(database.sql("""
                                update address
                                set name = :name, line1 = :line1, line2 = :line2, city = :city, region = :region,
                                    postal_code = :postalCode, country_code = :countryCode, phone = :phone
                                where id = :id"""), place).bind("id", id.uuid()).then();
    }

    Mono<Void> setDefault(UserId account, AddressId id) {
        return database.sql("update address set is_default = false where account_id = :account and is_default")
                .bind("account", account.uuid())
                .then()
                .then(database.sql("update address set is_default = true where id = :id")
                        .bind("id", id.uuid())
                        .then());
    }

    Mono<Void> remove(AddressId id) {
        return database.sql("delete from address where id = :id")
                .bind("id", id.uuid())
                .then();
    }

    Mono<Void> removeAll(UserId account) {
        return database.sql("delete from address where account_id = :account")
                .bind("account", account.uuid())
                .then();
    }

    private static GenericExecuteSpec place(GenericExecuteSpec statement, Place place) {
        var bound = statement
                .bind("name", place.name())
                .bind("line1", place.line1())
                .bind("city", place.city())
                .bind("countryCode", place.countryCode());
        bound = optional(bound, "line2", place.line2());
        bound = optional(bound, "region", place.region());
        bound = optional(bound, "postalCode", place.postalCode());
        return optional(bound, "phone", place.phone());
    }

    private static GenericExecuteSpec optional(GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }

    private static Address address(Readable row) {
        return new Address(
                new AddressId(required(row, "id", UUID.class)),
                new Place(
                        required(row, "name", String.class),
                        required(row, "line1", String.class),
                        row.get("line2", String.class),
                        required(row, "city", String.class),
                        row.get("region", String.class),
                        row.get("postal_code", String.class),
                        required(row, "country_code", String.class),
                        row.get("phone", String.class)),
                required(row, "is_default", Boolean.class));
    }
}
