package io.asyncflow.user.address;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.InputCheck;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks after people's addresses. One of them is the default as long as there is any. */
@Component
public class Addresses {

    static final int MOST = 50;

    private final AddressTable table;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Addresses(AddressTable table, TransactionalOperator transactions, Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Flux<Address> of(UserId account) {
        return table.of(account);
    }

    /** Adds an address, or replaces the one that the input names. */
    public Mono<AddressChange> upsert(UserId account, AddressInput input) {
        List<UserError> problems = input.problems();
        if (!problems.isEmpty()) {
            return Mono.just(new AddressChange(null, problems));
        }
        AddressId existing = input.existing();
        return alone(
                account,
                known -> existing == null
                        ? add(account, input, known)
                        : find(known, existing)
                                .map(address -> replace(account, address, input))
                                .orElseGet(() -> unknown("input", "id")));
    }

    /** The oldest of those that are left becomes the default if the default goes. */
    public Mono<AddressChange> delete(UserId account, String id) {
        return withId(account, id, (known, address) -> {
            Mono<Void> removed = table.remove(address.id());
            return known.stream()
                    .filter(other -> address.isDefault() && !other.equals(address))
                    .findFirst()
                    .map(heir -> removed.then(table.setDefault(account, heir.id())))
                    .orElse(removed)
                    .thenReturn(AddressChange.GONE);
        });
    }

    public Mono<AddressChange> setDefault(UserId account, String id) {
        return withId(
                account,
                id,
                (_, address) -> table.setDefault(account, address.id())
                        .thenReturn(AddressChange.to(new Address(address.id(), address.place(), true))));
    }

    private Mono<AddressChange> add(UserId account, AddressInput input, List<Address> known) {
        if (known.size() >= MOST) {
            return Mono.just(AddressChange.refused(
                    ErrorCode.LIMIT_REACHED, "An account has at most " + MOST + " addresses", "input"));
        }
        boolean first = known.isEmpty();
        var address = new Address(new AddressId(Uuid7.next(clock)), input.place(), first);
        return table.add(account, address, clock.instant())
                .then(first ? Mono.just(AddressChange.to(address)) : asAsked(account, address, input));
    }

    private Mono<AddressChange> replace(UserId account, Address before, AddressInput input) {
        var address = new Address(before.id(), input.place(), before.isDefault());
        return table.replace(address.id(), address.place()).then(asAsked(account, address, input));
    }

    /** There must be a default: an address stops being it when another one becomes it. */
    private Mono<AddressChange> asAsked(UserId account, Address address, AddressInput input) {
        return Boolean.TRUE.equals(input.isDefault()) && !address.isDefault()
                ? table.setDefault(account, address.id())
                        .thenReturn(AddressChange.to(new Address(address.id(), address.place(), true)))
                : Mono.just(AddressChange.to(address));
    }

    private interface Change {
        Mono<AddressChange> of(List<Address> known, Address address);
    }

    private Mono<AddressChange> withId(UserId account, String id, Change change) {
        List<UserError> problems = InputCheck.problems(() -> AddressId.parse("id", id));
        if (!problems.isEmpty()) {
            return Mono.just(new AddressChange(null, problems));
        }
        return alone(
                account,
                known -> find(known, AddressId.parse("id", id))
                        .map(address -> change.of(known, address))
                        .orElseGet(() -> unknown("id")));
    }

    private Mono<AddressChange> alone(UserId account, Function<List<Address>, Mono<AddressChange>> change) {
        return table.lock(account)
                .then(Mono.defer(() -> table.of(account).collectList()))
                .flatMap(change)
                .as(transactions::transactional);
    }

    private static Optional<Address> find(List<Address> known, AddressId id) {
        return known.stream().filter(address -> address.id().equals(id)).findFirst();
    }

    /** Another account's is as unknown as none. */
    private static Mono<AddressChange> unknown(String... field) {
        return Mono.just(AddressChange.refused(ErrorCode.NOT_FOUND, "You have no such address", field));
    }
}
