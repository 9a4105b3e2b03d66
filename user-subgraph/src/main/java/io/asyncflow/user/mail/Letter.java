package io.asyncflow.user.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, and not written yet.
 *
 * @param about the row that it is about; see {@link Occasion}
 * @param attempt how often it has been claimed to be sent, this time included
 */
public record Letter(
        UUID id,
        Occasion occasion,
        String recipient,
        Language language,
        @Nullable UUID about,
        int attempt) {}
