package io.asyncflow.ai.recommendation;

import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.support.ids.TypeId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One product recommended with another.
 *
 * @param id the same whenever that product is recommended with that other for that intent
 * @param score how well it goes, from 0 to 1
 * @param explanation the reason, for a person to read
 */
public record Recommendation(
        String id, Product product, double score, RecommendationReason reason, String explanation) {

    /** Of {@code product} to whoever looks at {@code shown}. */
    public static Recommendation of(
            ProductId shown,
            RecommendationIntent intent,
            ProductId product,
            double score,
            RecommendationReason reason,
            String explanation) {
        String name = shown + " " + intent + " " + product;
        UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
        return new Recommendation(
                TypeId.format("recommendation", uuid), new Product(product), score, reason, explanation);
    }
}
