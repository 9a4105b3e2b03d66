package io.asyncflow.user.consent;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.AccountLock;
import io.asyncflow.user.ErrorCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who allows what. */
@Component
@EnableConfigurationProperties(ConsentProperties.class)
public class ConsentBook {

    private final ConsentTable table;
    private final AccountLock lock;
    private final TransactionalOperator transaction;
    private final ConsentProperties properties;

    ConsentBook(ConsentTable table, AccountLock lock, TransactionalOperator transaction, ConsentProperties properties) {
        this.table = table;
        this.lock = lock;
        this.transaction = transaction;
        this.properties = properties;
    }

    /** The version of the text that is shown now. */
    public String version() {
        return properties.version();
    }

    /** One for each purpose. */
    public Mono<List<Consent>> of(UserId user) {
        return table.latest(user);
    }

    /** What somebody allows until the caller's transaction ends: who wants to take it back waits for that. */
    public Mono<Set<ConsentPurpose>> granted(UserId user) {
        return lock.of(user)
                .then(Mono.defer(() -> of(user)))
                .map(consents -> consents.stream()
                        .filter(Consent::granted)
                        .map(Consent::purpose)
                        .collect(Collectors.toSet()));
    }

    /** Keeps what is new among the decisions: all of them, or the reasons why none. */
    public Mono<List<UserError>> decide(UserId user, List<ConsentDecision> decisions) {
        var problems = problems(decisions);
        if (!problems.isEmpty()) {
            return Mono.just(problems);
        }
        return lock.of(user)
                .then(Mono.defer(() -> of(user)))
                .flatMapMany(before -> Flux.fromIterable(decisions)
                        .filter(decision -> before.stream()
                                .noneMatch(
                                        consent -> consent.purpose() == decision.purpose() && consent.says(decision))))
                .concatMap(decision -> table.add(user, decision))
                .then(Mono.just(List.<UserError>of()))
                .as(transaction::transactional);
    }

    private List<UserError> problems(List<ConsentDecision> decisions) {
        var problems = new ArrayList<UserError>();
        var seen = EnumSet.noneOf(ConsentPurpose.class);
        for (int i = 0; i < decisions.size(); i++) {
            ConsentDecision decision = decisions.get(i);
            if (!seen.add(decision.purpose())) {
                problems.add(problem(i, "purpose", "is decided on twice"));
            }
            if (!decision.purpose().isOptional()) {
                problems.add(problem(i, "purpose", "is no matter of consent"));
            }
            if (!decision.version().equals(properties.version())) {
                problems.add(
                        problem(i, "version", "must be that of the text that is shown now: " + properties.version()));
            }
        }
        return problems;
    }

    private static UserError problem(int index, String field, String message) {
        return UserError.of(ErrorCode.INVALID, field + " " + message, "decisions", Integer.toString(index), field);
    }
}
