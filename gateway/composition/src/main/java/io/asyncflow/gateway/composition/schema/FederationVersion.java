package io.asyncflow.gateway.composition.schema;

/** The version of the Federation specification a subgraph links; Federation 1 schemas, which link none, are 1.0. */
public record FederationVersion(int major, int minor) implements Comparable<FederationVersion> {

    public static final FederationVersion FED_1 = new FederationVersion(1, 0);
    public static final FederationVersion NEWEST = new FederationVersion(2, 12);

    @Override
    public int compareTo(FederationVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }
}
