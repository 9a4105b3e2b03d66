package io.asyncflow.user.account;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.mail.Language;
import io.asyncflow.user.password.Password;
import io.asyncflow.user.password.PasswordHashes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One account of each kind, to try things with. All have the password {@value #PASSWORD}. Their ids never change, so
 * that other services' demo data may name them.
 */
@Component
class DemoAccounts {

    static final String PASSWORD = "asyncflow-demo";

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);
    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final TransactionalOperator transactions;

    DemoAccounts(Accounts accounts, PasswordHashes hashes, TransactionalOperator transactions) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.transactions = transactions;
    }

    static List<User> all() {
        return List.of(
                user("019b76da-a800-7000-8000-000000000001", "minji@example.com", "김민지", Role.CUSTOMER),
                user("019b76da-a800-7000-8000-000000000002", "alex@example.com", "Alex Morgan", Role.CUSTOMER),
                user("019b76da-a800-7000-8000-000000000003", "partner@example.com", "한빛상사 Hanbit", Role.PARTNER),
                user("019b76da-a800-7000-8000-000000000004", "staff@example.com", "박서준", Role.STAFF),
                user("019b76da-a800-7000-8000-000000000005", "admin@example.com", "Ada Lindqvist", Role.ADMIN));
    }

    /** Opens them if there is no account at all: all of them or, if something fails, none. */
    Mono<Void> openInAnEmptyShop() {
        return accounts.none().filter(none -> none).flatMap(_ -> open());
    }

    private Mono<Void> open() {
        return Flux.fromIterable(all())
                .concatMap(user ->
                        hashes.hash(Password.chosen("password", PASSWORD)).map(hash -> Credentials.first(user, hash)))
                .collectList()
                .flatMap(this::addAll);
    }

    private Mono<Void> addAll(List<Credentials> demo) {
        // Another replica that starts at the same moment adds the same ones: what is there stays.
        return Flux.fromIterable(demo)
                .concatMap(accounts::add)
                .as(transactions::transactional)
                .then(Mono.fromRunnable(() -> LOG.info("Opened {} demo accounts", demo.size())));
    }

    private static User user(String uuid, String email, String name, Role role) {
        return new User(
                new UserId(UUID.fromString(uuid)),
                new EmailAddress(email),
                new DisplayName(name),
                List.of(role),
                OPENED,
                Language.KO,
                true);
    }
}
