package io.asyncflow.user.role;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Texts;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.account.Accounts;
import io.asyncflow.user.account.Administrators;
import io.asyncflow.user.role.RoleOutcome.Changed;
import io.asyncflow.user.role.RoleOutcome.Refused;
import io.asyncflow.user.session.Sessions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Changes what accounts may do, and remembers who has changed it. */
@Component
public class Roles {

    /** A change to be, as an administrator sent it. */
    public record Order(UserId by, String userId, List<Role> roles, String reason) {}

    private static final int LONGEST_REASON = 500;

    private final RoleTable table;
    private final Administrators administrators;
    private final Accounts accounts;
    private final Sessions sessions;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Roles(
            RoleTable table,
            Administrators administrators,
            Accounts accounts,
            Sessions sessions,
            TransactionalOperator transactions,
            Clock clock) {
        this.table = table;
        this.administrators = administrators;
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<RoleOutcome> assign(Order order) {
        return change(order, before -> with(before, order.roles()));
    }

    public Mono<RoleOutcome> revoke(Order order) {
        return change(order, before -> without(before, order.roles()));
    }

    public Mono<Connection<RoleChange>> changes(PageRequest page, @Nullable UserId user) {
        return table.changes(page, user);
    }

    private Mono<RoleOutcome> change(Order order, Function<List<Role>, Set<Role>> after) {
        var problems = problems(order);
        if (!problems.isEmpty()) {
            return Mono.just(new Refused(problems));
        }
        UserId user = UserId.parse("userId", order.userId());
        return administrators
                .lock()
                .then(Mono.defer(() -> table.rolesOf(user)))
                .flatMap(before -> changed(order, user, before, after.apply(before)))
                .defaultIfEmpty(refused(ErrorCode.NOT_FOUND, "There is no such account", "userId"))
                .as(transactions::transactional);
    }

    private static List<UserError> problems(Order order) {
        return InputCheck.problems(
                () -> UserId.parse("userId", order.userId()),
                () -> requireSome(order.roles()),
                () -> Texts.required("reason", order.reason(), LONGEST_REASON));
    }

    private static void requireSome(List<Role> roles) {
        if (roles.isEmpty()) {
            throw new BadInput("roles", "must name at least one");
        }
    }

    private Mono<RoleOutcome> changed(Order order, UserId user, List<Role> before, Set<Role> after) {
        if (after.isEmpty()) {
            return Mono.just(refused(ErrorCode.CONFLICT, "An account keeps at least one role", "roles"));
        }
        boolean demoted = before.contains(Role.ADMIN) && !after.contains(Role.ADMIN);
        return (demoted ? administrators.isLast(user) : Mono.just(false))
                .flatMap(last -> last
                        ? Mono.just(refused(ErrorCode.CONFLICT, "The shop keeps at least one administrator", "roles"))
                        : apply(order, user, before, after));
    }

    /** Tokens say which roles their account has: those of before must not be good for longer. */
    private Mono<RoleOutcome> apply(Order order, UserId user, List<Role> before, Set<Role> after) {
        Mono<Void> change = Set.copyOf(before).equals(after)
                ? Mono.empty()
                : table.apply(new RoleChange(
                                new RoleChangeId(Uuid7.next(clock)),
                                user,
                                order.by(),
                                before,
                                List.copyOf(after),
                                order.reason().strip(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS)))
                        .then(sessions.closeAll(user))
                        .then();
        return change.then(Mono.defer(() -> accounts.byId(user))).map(Changed::new);
    }

    private static RoleOutcome refused(ErrorCode code, String message, String field) {
        return new Refused(List.of(UserError.of(code, message, field)));
    }

    private static Set<Role> with(Collection<Role> before, Collection<Role> more) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(before);
        roles.addAll(more);
        return roles;
    }

    private static Set<Role> without(Collection<Role> before, Collection<Role> fewer) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(before);
        fewer.forEach(roles::remove);
        return roles;
    }
}
