package io.asyncflow.support.redis;

import java.time.Duration;

/** Whether something may be done now, as a {@link RateLimit} sees it. */
public sealed interface Verdict {

    record Allowed() implements Verdict {}

    /** It may be tried again after a while. */
    record Refused(Duration retryAfter) implements Verdict {}
}
