package io.asyncflow.gateway.server.graphiql;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of the page. Only these names are ever looked up, so that no request reaches any other file.
 *
 * @param version changes with any of the files; it is part of their addresses, so that browsers keep them for ever
 */
record Assets(String version, Map<String, Asset> byName) {

    static final List<String> LIBRARIES = List.of(
            "graphiql/graphiql.min.css",
            "graphiql/graphiql.min.js",
            "graphql-ws/graphql-ws.min.js",
            "react-dom/react-dom.production.min.js",
            "react/react.production.min.js");

    static final List<String> OURS = List.of(
            "answer.js",
            "document.js",
            "dry-run.js",
            "explorer-arguments.js",
            "explorer-fields.js",
            "explorer.js",
            "fetcher.js",
            "first-visit.js",
            "http.js",
            "icon.svg",
            "incremental.js",
            "libraries.js",
            "main.js",
            "multipart.js",
            "page.css",
            "plan-asking.js",
            "plan-boxes.js",
            "plan-details.js",
            "plan-drawing.js",
            "plan-layout.js",
            "plan-panel.js",
            "plan-state.js",
            "schema.js",
            "selection.js",
            "socket.js",
            "styles.js",
            "tick.js");

    Assets {
        byName = Map.copyOf(byName);
    }

    static Assets load() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (String library : LIBRARIES) {
            files.put(library.substring(library.indexOf('/') + 1), read("libraries/" + library));
        }
        for (String name : OURS) {
            files.put(name, read("page/" + name));
        }
        return of(files);
    }

    private static Assets of(Map<String, byte[]> files) throws IOException {
        MessageDigest digest = sha256();
        var assets = new LinkedHashMap<String, Asset>();
        for (var file : files.entrySet()) {
            digest.update(file.getValue());
            assets.put(file.getKey(), Asset.of(file.getKey(), file.getValue()));
        }
        return new Assets(HexFormat.of().formatHex(digest.digest(), 0, 8), assets);
    }

    @Nullable
    Asset find(String requestedVersion, String name) {
        return version.equals(requestedVersion) ? byName.get(name) : null;
    }

    static byte[] read(String file) throws IOException {
        try (var stream = Assets.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new FileNotFoundException("GraphiQL's " + file + " is missing; the build puts it there");
            }
            return stream.readAllBytes();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
