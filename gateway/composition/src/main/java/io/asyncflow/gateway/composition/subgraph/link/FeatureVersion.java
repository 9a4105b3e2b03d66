package io.asyncflow.gateway.composition.subgraph.link;

/** The version of a linked specification: {@code v2.3}. */
public record FeatureVersion(int major, int minor) implements Comparable<FeatureVersion> {

    @Override
    public int compareTo(FeatureVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return "v" + major + "." + minor;
    }
}
