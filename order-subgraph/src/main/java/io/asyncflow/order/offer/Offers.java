package io.asyncflow.order.offer;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the shop sells now. */
@Component
public class Offers {

    private final OfferTable known;
    private final CatalogFollower catalog;

    Offers(OfferTable known, CatalogFollower catalog) {
        this.known = known;
        this.catalog = catalog;
    }

    /** The offers for these variants. One that is missing was asked for in the catalogue, which knows no such variant or is away. */
    public Mono<Map<VariantId, Offer>> find(Set<VariantId> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        return known.find(ids)
                .flatMap(offers -> offers.size() == ids.size()
                        ? Mono.just(offers)
                        : catalog.catchUp().then(Mono.defer(() -> known.find(ids))));
    }
}
