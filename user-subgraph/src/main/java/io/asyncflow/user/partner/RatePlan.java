package io.asyncflow.user.partner;

/** How much a partner may ask for. */
public enum RatePlan {
    TRIAL(60),
    STANDARD(600),
    HIGH(6_000);

    private final int requestsPerMinute;

    RatePlan(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public int requestsPerMinute() {
        return requestsPerMinute;
    }
}
