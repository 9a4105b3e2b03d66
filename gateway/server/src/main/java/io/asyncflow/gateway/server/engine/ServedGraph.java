package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.supergraph.SupergraphException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The graph that is being served. A new one takes its place at once, or, where it is none, leaves it there. */
public final class ServedGraph {

    private static final Logger LOG = LoggerFactory.getLogger(ServedGraph.class);

    private final EngineSettings settings;
    private final GraphRecord record;
    private final AtomicReference<@Nullable Served> current = new AtomicReference<>();

    /** What is wrong with the supergraph that came last. */
    private @Nullable String refusal;

    public ServedGraph(EngineSettings settings, GraphRecord record) {
        this.settings = settings;
        this.record = record;
    }

    /** A graph, and the moment when another takes its place. */
    record Served(ActiveGraph graph, Sinks.Empty<Void> retirement) {

        Mono<Void> retired() {
            return retirement.asMono();
        }
    }

    @Nullable
    Served current() {
        return current.get();
    }

    public boolean isReady() {
        return current.get() != null;
    }

    /**
     * Serves the supergraph from now on, once the operations in use are made ready for it. Takes its time: not for event
     * loops.
     */
    public synchronized void take(String sdl, String origin) {
        ActiveGraph graph;
        try {
            graph = ready(sdl);
        } catch (SyntaxException | SupergraphException refused) {
            refuseGraph(String.valueOf(refused.getMessage()), origin);
            return;
        } catch (RuntimeException | StackOverflowError unexpected) {
            LOG.error("A supergraph could not be read, which is a fault of the gateway", unexpected);
            refuseGraph("the gateway failed on it: " + unexpected, origin);
            return;
        }
        replaceBy(graph);
        record.served(graph.supergraph(), origin);
    }

    private ActiveGraph ready(String sdl) {
        ActiveGraph graph = ActiveGraph.of(sdl, settings, record);
        Served before = current.get();
        if (before != null) {
            graph.warmUpFrom(before.graph());
        }
        return graph;
    }

    private void replaceBy(ActiveGraph graph) {
        refusal = null;
        Served before = current.getAndSet(new Served(graph, Sinks.empty()));
        if (before != null) {
            before.retirement().tryEmitEmpty();
        }
    }

    private void refuseGraph(String why, String origin) {
        refusal = why;
        record.refused(why, origin);
    }

    /** Notes that nothing came that can be served. */
    public void refuse(String why, String origin) {
        record.refused(why, origin);
    }

    /** Notes that the supergraph that came last is what the origin has again: served, or refused. */
    public synchronized void confirm(String origin) {
        if (refusal == null) {
            record.confirmed(origin);
        } else {
            record.refused(refusal, origin);
        }
    }

    /** How many operations are ready to run, about. */
    public long preparedOperations() {
        Served served = current.get();
        return served == null ? 0 : served.graph().size();
    }
}
