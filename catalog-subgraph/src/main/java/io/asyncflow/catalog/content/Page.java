package io.asyncflow.catalog.content;

import io.asyncflow.catalog.text.Localized;
import io.asyncflow.catalog.text.PlainText;
import io.asyncflow.catalog.text.Seo;
import java.time.Instant;

/** A page of text, such as the terms and conditions. */
public record Page(
        PageId id,
        String handle,
        Localized<String> title,
        Localized<String> body,
        Seo seo,
        Instant createdAt,
        Instant updatedAt) {

    private static final int SUMMARY = 150;

    public Localized<String> bodySummary() {
        return new Localized<>(summary(body.en()), summary(body.ko()));
    }

    private static String summary(String body) {
        return PlainText.truncated(PlainText.of(body), SUMMARY);
    }
}
