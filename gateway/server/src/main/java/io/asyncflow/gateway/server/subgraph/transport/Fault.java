package io.asyncflow.gateway.server.subgraph.transport;

/** How asking a subgraph can go wrong, what clients are told, and what it says of the subgraph's health. */
public enum Fault {
    UNREACHABLE("SUBGRAPH_UNREACHABLE", "could not be reached", Health.ILL, true),
    BROKEN_OFF("SUBGRAPH_UNREACHABLE", "broke off its answer", Health.ILL, true),
    STOPPING("SUBGRAPH_UNREACHABLE", "was not asked, because the gateway is stopping", Health.UNKNOWN, false),
    NOT_ACCEPTED("SUBGRAPH_TIMEOUT", "did not accept a connection in time", Health.ILL, true),
    TIMED_OUT("SUBGRAPH_TIMEOUT", "did not answer in time", Health.ILL, false),
    BUSY("SUBGRAPH_BUSY", "has more requests waiting than it can take", Health.UNKNOWN, false),
    CIRCUIT_OPEN("SUBGRAPH_CIRCUIT_OPEN", "is not asked, because it failed too often of late", Health.UNKNOWN, false),
    TOO_LARGE("SUBGRAPH_RESPONSE_TOO_LARGE", "answered with more than may be read", Health.WELL, false),
    HTTP_ERROR("SUBGRAPH_HTTP_ERROR", "answered with HTTP status", Health.WELL, false),
    OUT_OF_ORDER("SUBGRAPH_HTTP_ERROR", "answered with HTTP status", Health.ILL, false),
    UNAVAILABLE("SUBGRAPH_HTTP_ERROR", "answered with HTTP status", Health.ILL, true),
    EMPTY("SUBGRAPH_RESPONSE_INVALID", "answered with an empty body", Health.WELL, false),
    NO_JSON("SUBGRAPH_RESPONSE_INVALID", "answered with something other than JSON", Health.WELL, false),
    UNREADABLE("SUBGRAPH_RESPONSE_INVALID", "answered with something that cannot be read", Health.WELL, false);

    /** What a fault says of a subgraph. */
    public enum Health {
        WELL,
        ILL,
        UNKNOWN
    }

    private final String code;
    private final String phrase;
    private final Health health;
    private final boolean passing;

    Fault(String code, String phrase, Health health, boolean passing) {
        this.code = code;
        this.phrase = phrase;
        this.health = health;
        this.passing = passing;
    }

    public Health health() {
        return health;
    }

    /** Whether asking again soon may help. */
    public boolean passing() {
        return passing;
    }

    /** What clients are told it is. */
    public String code() {
        return code;
    }

    String phrase() {
        return phrase;
    }

    static Fault ofStatus(int status) {
        return switch (status) {
            case 502, 503, 504 -> UNAVAILABLE;
            default -> status >= 500 ? OUT_OF_ORDER : HTTP_ERROR;
        };
    }
}
