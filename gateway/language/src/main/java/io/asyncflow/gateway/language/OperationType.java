package io.asyncflow.gateway.language;

/** The three kinds of operation; {@link #rootName} is the name its root type has unless a schema says otherwise. */
public enum OperationType {
    QUERY("query", "Query"),
    MUTATION("mutation", "Mutation"),
    SUBSCRIPTION("subscription", "Subscription");

    private final String keyword;
    private final String rootName;

    OperationType(String keyword, String rootName) {
        this.keyword = keyword;
        this.rootName = rootName;
    }

    public String keyword() {
        return keyword;
    }

    public String rootName() {
        return rootName;
    }
}
