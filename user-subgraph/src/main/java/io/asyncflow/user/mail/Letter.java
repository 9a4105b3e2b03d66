package io.asyncflow.user.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, and not written yet.
 *
 * @param about the row that it is about; see {@link Occasion}
 */
public record Letter(
        UUID id,
        Occasion occasion,
        String recipient,
        Language language,
        @Nullable UUID about) {}
