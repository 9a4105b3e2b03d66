package io.asyncflow.user.oauth;

import io.asyncflow.support.redis.Limit;
import io.asyncflow.support.redis.RateLimit;
import io.asyncflow.support.redis.RateLimits;
import io.asyncflow.support.redis.Verdict;
import io.asyncflow.user.network.ClientAddress;
import io.asyncflow.user.network.NetworkLimit;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How often may be asked: by a client that has proved itself, wherever it is, and from the network of everybody else. */
@Component
public class OAuthLimits {

    static final String PROVEN = "oauth-client";
    static final String STRANGERS = "oauth";

    /** A gateway, or a server with the API of many partners, asks about each of their requests. */
    static final Limit PER_CLIENT = new Limit(6_000, Duration.ofMinutes(1));

    static final Limit PER_NETWORK = new Limit(600, Duration.ofMinutes(1));

    private final NetworkLimit perNetwork;
    private final RateLimit perClient;

    OAuthLimits(RateLimits limits) {
        this.perNetwork = new NetworkLimit(limits, STRANGERS, PER_NETWORK);
        this.perClient = limits.of(PROVEN, PER_CLIENT);
    }

    /** For whoever asks, before anything is known of them. */
    public Mono<Verdict> anybody() {
        return ClientAddress.current().flatMap(address -> perNetwork.take(address, 1));
    }

    /** The client has proved itself: its network gets back what it has taken as {@link #anybody}. */
    Mono<Verdict> proven(Client client) {
        return ClientAddress.current()
                .flatMap(address -> perNetwork.giveBack(address, 1))
                .then(perClient.take(client.id(), 1));
    }
}
