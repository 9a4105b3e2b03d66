package io.asyncflow.user.account;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.personal.PersonalData;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets those who have given up their account, some weeks later: all of one at once or, if something fails, nothing. */
@Component
class Erasure {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    private final Accounts accounts;
    private final List<PersonalData> features;
    private final AccountProperties properties;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Erasure(
            Accounts accounts,
            List<PersonalData> features,
            AccountProperties properties,
            TransactionalOperator transactions,
            Clock clock) {
        this.accounts = accounts;
        this.features = features;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How many there were. */
    Mono<Long> eraseDue() {
        return Mono.defer(() -> accounts.dueForErasure(clock.instant().minus(properties.erasureAfter()))
                        .collectList())
                .flatMapIterable(due -> due)
                .concatMap(this::eraseUnlessItFails)
                .count();
    }

    /** One that cannot be erased waits for the next round, and the others do not wait for it. */
    private Mono<UserId> eraseUnlessItFails(UserId user) {
        return accounts.claimForErasure(user)
                .flatMap(this::erase)
                .as(transactions::transactional)
                .onErrorResume(failure -> {
                    LOG.error("What is known of {} could not be erased and will be tried again", user, failure);
                    return Mono.empty();
                });
    }

    private Mono<UserId> erase(UserId user) {
        Instant now = clock.instant();
        return Flux.fromIterable(features)
                .concatMap(feature -> feature.erase(user))
                .then(accounts.anonymise(user, now))
                .then(Mono.fromSupplier(() -> {
                    LOG.info("Erased what was known of {}", user);
                    return user;
                }));
    }
}
