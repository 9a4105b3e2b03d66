import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.asyncflow.gateway.composition.Composer;
import io.asyncflow.gateway.composition.Composition;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.supergraph.SupergraphPrinter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Generates the graphs of the benchmark and composes each until the JIT is warm: {@code ComposeBench.java FOLDER}. What
 * is timed is the way from SDL text to SDL text. The folder receives the graphs that the peers are to compose, and
 * {@code ours.json} with the times to set theirs beside.
 */
public final class ComposeBench {

    private static final int WARM_UP_SECONDS = 15;
    private static final int MEASURED_RUNS = 21;

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        var times = new ArrayList<String>();
        for (Graphs graph : Graphs.values()) {
            String name = graph.name().toLowerCase(Locale.ROOT);
            List<Subgraph> subgraphs = graph.subgraphs();
            if (graph.isForPeers()) {
                write(folder.resolve(name), subgraphs);
            }
            times.add("\"%s\":%s".formatted(name, measure(name + ": " + graph.description, subgraphs)));
        }
        Files.writeString(folder.resolve("ours.json"), "{" + String.join(",", times) + "}");
    }

    private static void write(Path folder, List<Subgraph> subgraphs) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < subgraphs.size(); i++) {
            Files.writeString(folder.resolve(String.format("%02d-%s.graphql", i, subgraphs.get(i).name())), subgraphs.get(i).sdl());
        }
    }

    private static String measure(String title, List<Subgraph> subgraphs) {
        double sdl = subgraphs.stream().mapToLong(subgraph -> subgraph.sdl().length()).sum() / 1e6;
        System.out.printf(Locale.ROOT, "%n%s, %.2f MB of SDL%n", title, sdl);
        long first = run(subgraphs);
        long end = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < end) {
            run(subgraphs);
        }
        long[] times = new long[MEASURED_RUNS];
        long allocated = threads().getCurrentThreadAllocatedBytes();
        long processor = processorTime();
        for (int i = 0; i < times.length; i++) {
            times[i] = run(subgraphs);
        }
        double each = (threads().getCurrentThreadAllocatedBytes() - allocated) / 1e6 / times.length;
        double cpu = (processorTime() - processor) / 1e6 / times.length;
        Arrays.sort(times);
        double median = times[times.length / 2] / 1e6;
        double held = held(subgraphs) / 1e6;
        System.out.printf(Locale.ROOT, "  %-32s median %8.1f ms   min %8.1f ms   processor %8.1f ms   first %8.1f ms%n", "ours", median, times[0] / 1e6, cpu, first / 1e6);
        System.out.printf(Locale.ROOT, "  %-32s %.0f MB per composition (%.0f times the SDL); the supergraph holds %.1f MB (%.0f times)%n", "  allocated", each, each / sdl, held, held / sdl);
        return String.format(Locale.ROOT, "{\"median\":%.1f,\"min\":%.1f,\"cpu\":%.1f}", median, times[0] / 1e6, cpu);
    }

    private static long run(List<Subgraph> subgraphs) {
        long start = System.nanoTime();
        if (!(Composer.compose(subgraphs) instanceof Composition.Composed composed)) {
            throw new IllegalStateException("does not compose: " + Composer.compose(subgraphs));
        }
        if (SupergraphPrinter.print(composed.supergraph()).isEmpty()) {
            throw new IllegalStateException("printed nothing");
        }
        return System.nanoTime() - start;
    }

    private static ThreadMXBean threads() {
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }

    /** Of all threads, the collector's and the compiler's too: on a busy machine it says more than the clock. */
    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** What a result takes in the heap, as the mean of several. */
    private static long held(List<Subgraph> subgraphs) {
        var results = new ArrayList<Composition>();
        long before = usedAfterCollection();
        for (int i = 0; i < 20; i++) {
            results.add(Composer.compose(subgraphs));
        }
        long with = usedAfterCollection();
        Reference.reachabilityFence(results);
        return (with - before) / results.size();
    }

    private static long usedAfterCollection() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private enum Graphs {
        SMALL("12 subgraphs, 500 types") {
            @Override
            List<Subgraph> subgraphs() {
                return many(12, i -> largeSubgraph(i, 12));
            }

            @Override
            boolean isForPeers() {
                return false;
            }
        },
        MEDIUM("25 subgraphs, 1,000 types") {
            @Override
            List<Subgraph> subgraphs() {
                return many(25, i -> largeSubgraph(i, 25));
            }

            @Override
            boolean isForPeers() {
                return false;
            }
        },
        LARGE("50 subgraphs, 2,000 types") {
            @Override
            List<Subgraph> subgraphs() {
                return many(50, i -> largeSubgraph(i, 50));
            }
        },
        WIDE("200 entities in 5 subgraphs, each linking to every other in one of them") {
            @Override
            List<Subgraph> subgraphs() {
                return many(5, s -> wideSubgraph(s, false));
            }
        },
        WIDEST("200 entities in 5 subgraphs, each linking to every other in all of them") {
            @Override
            List<Subgraph> subgraphs() {
                return many(5, s -> wideSubgraph(s, true));
            }
        };

        private final String description;

        Graphs(String description) {
            this.description = description;
        }

        abstract List<Subgraph> subgraphs();

        boolean isForPeers() {
            return true;
        }
    }

    private static List<Subgraph> many(int count, java.util.function.IntFunction<String> sdl) {
        var subgraphs = new ArrayList<Subgraph>();
        for (int i = 0; i < count; i++) {
            subgraphs.add(new Subgraph("s" + i, "http://s" + i, sdl.apply(i)));
        }
        return subgraphs;
    }

    private static final String LINK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@tag", "@inaccessible"])

            """;

    /** Forty types of its own: 12 entities, 14 objects, 5 inputs, 5 enums, 2 interfaces, 2 unions; and fields of others' entities. */
    private static String largeSubgraph(int s, int count) {
        var sdl = new StringBuilder(LINK);
        sdl.append("type Money @shareable { amount: Float! currency: String! }\n");
        sdl.append("type Query {\n");
        for (int e = 0; e < 12; e++) {
            sdl.append("  e%d_%d(id: ID!, by: I%d_%d): E%d_%d\n".formatted(s, e, s, e % 5, s, e));
        }
        sdl.append("  any%d: [U%d_0!]!\n  named%d: N%d_0\n}\n".formatted(s, s, s, s));
        for (int e = 0; e < 12; e++) {
            sdl.append("\"Entity %d of subgraph %d\"\ntype E%d_%d implements N%d_%d @key(fields: \"id\")%s {\n".formatted(e, s, s, e, s, e % 2, e % 3 == 0 ? " @key(fields: \"sku region { code }\")" : ""));
            sdl.append("  id: ID!\n  name: String\n  size: Int @tag(name: \"public\")\n  price: Money\n  state: K%d_%d\n".formatted(s, e % 5));
            if (e % 3 == 0) {
                sdl.append("  sku: String!\n  region: Region!\n");
            }
            for (int o = 0; o < 3; o++) {
                sdl.append("  part%d(first: Int = 10, by: I%d_%d): [O%d_%d!]\n".formatted(o, s, o, s, (e + o) % 14));
            }
            sdl.append("  next: E%d_%d\n}\n".formatted((s + 1) % count, e));
        }
        sdl.append("type Region @shareable { code: String! }\n");
        for (int o = 0; o < 14; o++) {
            sdl.append("type O%d_%d {\n  a: String!\n  b: [Int!]\n  c: O%d_%d\n  d: E%d_%d @deprecated(reason: \"old\")\n}\n".formatted(s, o, s, (o + 1) % 14, s, o % 12));
        }
        for (int i = 0; i < 5; i++) {
            sdl.append("input I%d_%d {\n  a: String\n  b: [Int!] = [1]\n  k: K%d_%d\n}\n".formatted(s, i, s, i));
            sdl.append("enum K%d_%d { ONE TWO THREE FOUR }\n".formatted(s, i));
        }
        for (int n = 0; n < 2; n++) {
            sdl.append("interface N%d_%d { id: ID! name: String }\n".formatted(s, n));
            sdl.append("union U%d_%d = E%d_%d | O%d_%d | O%d_%d\n".formatted(s, n, s, n, s, n, s, n + 2));
        }
        for (int e = 0; e < 12; e++) {
            int other = (s + 1) % count;
            sdl.append("type E%d_%d @key(fields: \"id\") {\n  id: ID!\n  from%d_%d: String\n".formatted(other, e, s, e));
            if (e < 4) {
                sdl.append("  size: Int @external\n  needs%d_%d: Int @requires(fields: \"size\")\n".formatted(s, e));
            }
            sdl.append("}\n");
        }
        return sdl.toString();
    }

    private static String wideSubgraph(int s, boolean all) {
        var sdl = new StringBuilder(LINK).append("type Query {\n  start%d: E0\n}\n".formatted(s));
        for (int from = 0; from < 200; from++) {
            sdl.append("type E%d @key(fields: \"id\")%s {\n  id: ID!\n".formatted(from, all ? " @shareable" : ""));
            for (int to = 0; to < 200; to++) {
                if (all || (from + to) % 5 == s) {
                    sdl.append("  to%d: E%d\n".formatted(to, to));
                }
            }
            sdl.append("}\n");
        }
        return sdl.toString();
    }
}
