package io.asyncflow.user.behaviour;

import io.asyncflow.user.consent.ConsentPurpose;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who does something, {@code user_...} or {@code visitor_...}, and what they allow to be done with it. */
record Actor(String key, Set<ConsentPurpose> consents) {

    /** What their behaviour may be used for; when it is nothing, nobody learns of it. */
    List<ConsentPurpose> purposes() {
        return Stream.of(ConsentPurpose.PERSONALISATION, ConsentPurpose.ANALYTICS)
                .filter(consents::contains)
                .toList();
    }
}
