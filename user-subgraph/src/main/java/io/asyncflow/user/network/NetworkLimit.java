package io.asyncflow.user.network;

import io.asyncflow.support.redis.Limit;
import io.asyncflow.support.redis.RateLimit;
import io.asyncflow.support.redis.RateLimits;
import io.asyncflow.support.redis.Verdict;
import reactor.core.publisher.Mono;

/** How often something may be done from one network, and from all networks of one IPv6 site: that often eight times. */
public final class NetworkLimit {

    /** A site can be 65,536 networks; who has one shall not have as many times what others have. */
    public static final int NETWORKS_OF_A_SITE = 8;

    private final RateLimit perNetwork;
    private final RateLimit perSite;

    public NetworkLimit(RateLimits limits, String name, Limit limit) {
        this.perNetwork = limits.of(name, limit);
        this.perSite = limits.of(name + "-site", new Limit(limit.permits() * NETWORKS_OF_A_SITE, limit.window()));
    }

    public Mono<Verdict> take(ClientAddress client, int cost) {
        return perNetwork.take(client.network(), cost).flatMap(verdict -> switch (verdict) {
            case Verdict.Allowed _ -> takeOfSite(client, cost);
            case Verdict.Refused _ -> Mono.just(verdict);
        });
    }

    private Mono<Verdict> takeOfSite(ClientAddress client, int cost) {
        String site = client.site();
        if (site == null) {
            return Mono.just(new Verdict.Allowed());
        }
        return perSite.take(site, cost).flatMap(verdict -> switch (verdict) {
            case Verdict.Allowed _ -> Mono.just(verdict);
            case Verdict.Refused _ ->
                perNetwork.giveBack(client.network(), cost).thenReturn(verdict);
        });
    }

    /** Gives back what turned out not to be needed. */
    public Mono<Void> giveBack(ClientAddress client, int cost) {
        String site = client.site();
        return perNetwork
                .giveBack(client.network(), cost)
                .then(site == null ? Mono.empty() : perSite.giveBack(site, cost));
    }
}
