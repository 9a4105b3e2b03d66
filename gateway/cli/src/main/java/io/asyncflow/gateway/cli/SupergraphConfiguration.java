package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.planner.validation.Spelling;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A {@code supergraph.yaml}: {@code federation_version}, and for each of the {@code subgraphs} its {@code routing_url}
 * and {@code schema.file}, which may also be a folder or a list. Paths start from the file's own folder.
 */
final class SupergraphConfiguration {

    private static final List<String> KEYS = List.of("federation_version", "subgraphs");
    private static final List<String> SUBGRAPH_KEYS = List.of("routing_url", "schema");

    private final Path file;

    private SupergraphConfiguration(Path file) {
        this.file = file;
    }

    /** The subgraphs that the file lists. */
    static List<SubgraphFiles> read(Path file) {
        return new SupergraphConfiguration(file).subgraphs();
    }

    private List<SubgraphFiles> subgraphs() {
        Map<?, ?> top = map(load(), "the file");
        allow(top, KEYS, "the file");
        checkVersion(top.get("federation_version"));
        Map<?, ?> subgraphs = top.get("subgraphs") == null ? Map.of() : map(top.get("subgraphs"), "subgraphs");
        if (subgraphs.isEmpty()) {
            throw wrong("it lists no subgraphs");
        }
        var read = new ArrayList<SubgraphFiles>();
        subgraphs.forEach((name, settings) -> read.add(subgraph(text(name, "a subgraph's name"), settings)));
        return read;
    }

    private @Nullable Object load() {
        String text = SdlFile.text(file);
        try {
            return new Load(LoadSettings.builder()
                            .setLabel(file.toString())
                            .setAllowDuplicateKeys(false)
                            .build())
                    .loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                    .orElse("");
            throw new WrongUsage(file + line + ": this is not YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw wrong("it is not YAML: " + e.getMessage());
        }
    }

    private void checkVersion(@Nullable Object version) {
        if (version != null && !version.toString().matches("=?2(\\.\\d+){0,2}")) {
            throw wrong("federation_version is '" + version
                    + "'; composition speaks Federation 2, such as '2' or '=2.12.0'");
        }
    }

    private SubgraphFiles subgraph(String name, @Nullable Object settings) {
        Map<?, ?> subgraph = map(settings, "subgraphs." + name);
        allow(subgraph, SUBGRAPH_KEYS, "subgraphs." + name);
        Object url = subgraph.get("routing_url");
        if (url == null) {
            throw wrong("subgraphs." + name + " has no routing_url, the address its queries go to");
        }
        List<Path> paths = files(name, map(subgraph.get("schema"), "subgraphs." + name + ".schema"));
        return SubgraphFiles.read(name, text(url, "subgraphs." + name + ".routing_url"), paths);
    }

    private List<Path> files(String name, Map<?, ?> schema) {
        if (schema.containsKey("subgraph_url") || schema.containsKey("graphref")) {
            throw wrong("subgraphs." + name + ".schema asks a server for its schema; compose reads files only."
                    + " Save the schema to a file and name that: 'file: " + name + ".graphql'");
        }
        String at = "subgraphs." + name + ".schema";
        allow(schema, List.of("file"), at);
        Object file = schema.get("file");
        if (file == null || (file instanceof List<?> list && list.isEmpty())) {
            throw wrong(at + " names no file");
        }
        List<?> files = file instanceof List<?> list ? list : List.of(file);
        return files.stream().map(path -> beside(text(path, at + ".file"))).toList();
    }

    private Path beside(String path) {
        try {
            return file.resolveSibling(path).normalize();
        } catch (InvalidPathException e) {
            throw wrong("'" + path + "' cannot be a path: " + e.getReason());
        }
    }

    private void allow(Map<?, ?> map, List<String> known, String at) {
        for (Object key : map.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name)) {
                throw wrong(at + " has an unknown key '" + name + "'." + Spelling.suggestion(name, known)
                        + " Known are " + String.join(", ", known));
            }
        }
    }

    private Map<?, ?> map(@Nullable Object value, String at) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(at + (value == null ? " is empty" : " must be a map of keys and values, not '" + value + "'"));
    }

    private String text(@Nullable Object value, String at) {
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw wrong(at + " must be text, not '" + value + "'");
    }

    private WrongUsage wrong(String problem) {
        return new WrongUsage(file + ": " + problem + ".");
    }
}
