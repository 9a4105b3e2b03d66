package io.asyncflow.gateway.server.configuration;

import io.asyncflow.gateway.server.settings.Described;
import io.asyncflow.gateway.server.source.SourceSettings;

/** The graph and where it is served. */
@Described("The graph and where it is served.")
public record SupergraphSettings(
        @Described("The host and port that the gateway listens on. Port 0 is any that is free.")
        String listen,

        @Described("The path that clients send operations to.")
        String path,

        @Described("Whether clients may ask for the schema. In production only if it is turned on here.")
        boolean introspection,

        @Described("Whether @defer is answered in parts; otherwise it is ignored, and the answer comes in one piece.")
        boolean deferSupport,

        @Described("Where the supergraph comes from: give one of file, url and subgraphs.")
        SourceSettings source,

        @Described("How operations are planned.") QueryPlanning queryPlanning) {

    public static final SupergraphSettings DEFAULT = new SupergraphSettings(
            "0.0.0.0:4000", "/graphql", true, true, SourceSettings.DEFAULT, QueryPlanning.DEFAULT);

    public SupergraphSettings {
        try {
            ListenAddress.parse(listen);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("listen " + e.getMessage(), e);
        }
        if (path.endsWith(".graphql") || path.endsWith(".graphqls")) {
            throw new IllegalArgumentException("path is where clients send operations, such as /graphql;"
                    + " the supergraph's own file is source.file");
        }
        if (!path.matches("/[A-Za-z0-9._~/-]*")) {
            throw new IllegalArgumentException("path must start with / and hold no blanks, ? or #, not '" + path + "'");
        }
    }

    /** Where to listen, taken apart. */
    public ListenAddress listenAddress() {
        return ListenAddress.parse(listen);
    }

    SupergraphSettings withPort(int port) {
        var address = new ListenAddress(listenAddress().host(), port);
        return new SupergraphSettings(address.toString(), path, introspection, deferSupport, source, queryPlanning);
    }

    SupergraphSettings withIntrospection(boolean on) {
        return new SupergraphSettings(listen, path, on, deferSupport, source, queryPlanning);
    }

    SupergraphSettings withSource(SourceSettings other) {
        return new SupergraphSettings(listen, path, introspection, deferSupport, other, queryPlanning);
    }
}
