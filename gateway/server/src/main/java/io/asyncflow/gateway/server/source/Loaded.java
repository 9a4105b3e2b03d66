package io.asyncflow.gateway.server.source;

/** What came of looking at a source. The same is told once only, however often it is looked at. */
public sealed interface Loaded {

    /** What it is about, as a person knows it: a path, an address without its secrets, names of subgraphs. */
    String origin();

    /** A supergraph other than the one before. */
    record Found(String sdl, String origin) implements Loaded {}

    /** Looking failed; what was found before still is the last that is known. The message is for operators. */
    record Failed(String message, String origin) implements Loaded {}

    /** Looking works again after it had failed, and the supergraph is the one that was found last. */
    record Unchanged(String origin) implements Loaded {}
}
