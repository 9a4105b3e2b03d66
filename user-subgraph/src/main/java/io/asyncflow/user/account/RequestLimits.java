package io.asyncflow.user.account;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.redis.Limit;
import io.asyncflow.support.redis.RateLimit;
import io.asyncflow.support.redis.RateLimits;
import io.asyncflow.support.redis.Verdict;
import io.asyncflow.user.network.ClientAddress;
import io.asyncflow.user.network.NetworkLimit;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How often strangers of one network, and owners of one account, may ask for what makes work. */
@Component
class RequestLimits {

    private static final Limit VERIFICATIONS = new Limit(5, Duration.ofHours(1));
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final NetworkLimit registrations;
    private final NetworkLimit resets;
    private final RateLimit verifications;

    RequestLimits(RateLimits limits, AccountProperties properties) {
        var limit = new Limit(properties.requestsPerNetwork(), WINDOW);
        this.registrations = new NetworkLimit(limits, "registration", limit);
        this.resets = new NetworkLimit(limits, "password-reset", limit);
        this.verifications = limits.of("email-verification", VERIFICATIONS);
    }

    Mono<Verdict> registration() {
        return ClientAddress.current().flatMap(client -> registrations.take(client, 1));
    }

    Mono<Verdict> passwordReset() {
        return ClientAddress.current().flatMap(client -> resets.take(client, 1));
    }

    Mono<Verdict> verification(UserId account) {
        return verifications.take(account.toString(), 1);
    }
}
