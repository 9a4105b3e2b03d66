package io.asyncflow.gateway.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code --subgraph} says: {@code NAME=URL=FILE}, or {@code NAME=FILE} where the URL does not matter. */
final class SubgraphArguments {

    private record Argument(String name, @Nullable String url, String file) {}

    private SubgraphArguments() {}

    /** The subgraphs to compose, from the command line alone. */
    static Map<String, SubgraphFiles> read(List<String> values, Surroundings surroundings) {
        return over(Map.of(), values, true, surroundings);
    }

    /** The given subgraphs, with those of the command line in place of the ones that have the same name. */
    static Map<String, SubgraphFiles> replace(
            Map<String, SubgraphFiles> current, List<String> values, Surroundings surroundings) {
        return over(current, values, false, surroundings);
    }

    private static Map<String, SubgraphFiles> over(
            Map<String, SubgraphFiles> current, List<String> values, boolean needsUrl, Surroundings surroundings) {
        var named = new LinkedHashMap<>(current);
        var seen = new LinkedHashMap<String, String>();
        for (String value : values) {
            Argument argument = parse(value);
            String earlier = seen.put(argument.name(), value);
            if (earlier != null) {
                throw new WrongUsage("Two subgraphs are called '" + argument.name() + "': " + earlier + " and " + value
                        + ". Each needs a name of its own.");
            }
            if (needsUrl && argument.url() == null) {
                throw new WrongUsage("--subgraph takes NAME=URL=FILE, and '" + value
                        + "' has no URL: where will the gateway find the subgraph?");
            }
            named.put(argument.name(), files(argument, current.get(argument.name()), surroundings));
        }
        return named;
    }

    /** The name ends at the first {@code =} and the file starts behind the last, so that a URL may hold some. */
    private static Argument parse(String value) {
        int first = value.indexOf('=');
        int last = value.lastIndexOf('=');
        if (first < 1 || last == value.length() - 1) {
            throw new WrongUsage("--subgraph takes NAME=URL=FILE, such as"
                    + " catalog=http://localhost:4001/graphql=catalog.graphql, not '" + value + "'.");
        }
        String url = first == last ? null : value.substring(first + 1, last);
        return new Argument(value.substring(0, first), url, value.substring(last + 1));
    }

    private static SubgraphFiles files(Argument argument, @Nullable SubgraphFiles current, Surroundings surroundings) {
        String known = current == null ? "" : current.url();
        List<Path> paths = Arrays.stream(argument.file().split(",", -1))
                .map(surroundings::resolve)
                .toList();
        return SubgraphFiles.read(argument.name(), argument.url() == null ? known : argument.url(), paths);
    }
}
