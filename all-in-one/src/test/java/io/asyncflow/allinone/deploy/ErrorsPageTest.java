package io.asyncflow.allinone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/errors.md names every code that clients may branch on, and no other. */
class ErrorsPageTest {

    private static final Pattern ENUM = Pattern.compile("(?s)\\benum ErrorCode \\{(.*?)\\n}");
    private static final Pattern VALUE = Pattern.compile("(?m)^  ([A-Z][A-Z_]+)");
    private static final Pattern FAULT =
            Pattern.compile("(?:CODE|INTERNAL|INVALID|UNRESOLVED) = \"([A-Z_]+)\"|-> \"([A-Z_]+)\"");

    private static final Pattern REFUSAL = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

    private static final Pattern CODES = Pattern.compile("(?m)^\\| `([A-Z_`, ]+)` \\|");

    /** Those packages of the gateway where nothing but a code is written so. */
    private static final List<String> REFUSING = List.of(
            "planner:planner/operation",
            "planner:planner/search",
            "planner:planner/fetch",
            "executor:executor/run",
            "server:server/engine",
            "server:server/http",
            "server:server/live",
            "server:server/subgraph");

    private static final Repository REPOSITORY = Repository.here();
    private static final String PAGE = REPOSITORY.read("docs/errors.md");

    @Test
    void namesEveryCodeOfUserErrorsWithItsSubgraphs() {
        var declared = new TreeMap<String, String>();
        Path schema = REPOSITORY.root().resolve("schema");
        for (Path file : Repository.files(schema, ".graphqls")) {
            String subgraph = schema.relativize(file).getName(0).toString();
            ENUM.matcher(Repository.read(file))
                    .results()
                    .flatMap(found -> VALUE.matcher(found.group(1)).results())
                    .forEach(value -> declared.merge(value.group(1), subgraph, (others, one) -> others + ", " + one));
        }

        assertThat(declared).isNotEmpty();
        assertThat(section("## Codes in `userErrors`")).isEqualTo(declared);
    }

    @Test
    void namesEveryCodeOfFaults() {
        var thrown = new TreeSet<String>();
        for (Path file : sources("errors", "graphql")) {
            FAULT.matcher(Repository.read(file))
                    .results()
                    .forEach(found -> thrown.add(found.group(1) == null ? found.group(2) : found.group(1)));
        }

        assertThat(thrown).contains("BAD_USER_INPUT", "INTERNAL_SERVER_ERROR");
        assertThat(section("## Codes in `errors`").keySet()).isEqualTo(thrown);
    }

    @Test
    void namesEveryCodeOfTheGateway() {
        var thrown = new TreeSet<String>();
        for (String refusing : REFUSING) {
            String folder = "gateway/" + refusing.replace(":", "/src/main/java/io/asyncflow/gateway/");
            for (Path file : Repository.files(REPOSITORY.root().resolve(folder), ".java")) {
                REFUSAL.matcher(Repository.read(file)).results().forEach(found -> thrown.add(found.group(1)));
            }
        }

        assertThat(thrown)
                .contains(
                        "SUBGRAPH_TIMEOUT",
                        "OPERATION_RESOLUTION_FAILURE",
                        "GATEWAY_TIMEOUT",
                        "SUBGRAPH_ERROR",
                        "SLOW_CONSUMER");
        assertThat(thrown).allSatisfy(code -> assertThat(PAGE).contains("`" + code + "`"));
    }

    @Test
    void namesNoCodeThatTheGatewayDoesNotHave() {
        String code = Repository.files(REPOSITORY.root().resolve("gateway"), ".java").stream()
                .filter(file -> file.toString().contains("src/main"))
                .map(Repository::read)
                .collect(Collectors.joining());

        assertThat(CODES.matcher(text("## Codes of the gateway")).results().map(row -> row.group(1)))
                .contains("OPERATION_TOO_LARGE")
                .flatMap(row -> List.of(row.split("`, `")))
                .allSatisfy(each -> assertThat(code).contains("\"" + each + "\""));
    }

    private static List<Path> sources(String... packages) {
        Path support = REPOSITORY.root().resolve("subgraph-support/src/main/java/io/asyncflow/support");
        return Arrays.stream(packages)
                .flatMap(name -> Repository.files(support.resolve(name), ".java").stream())
                .toList();
    }

    private static String text(String heading) {
        String rest = PAGE.substring(PAGE.indexOf(heading) + heading.length());
        int next = rest.indexOf("\n## ");
        return next < 0 ? rest : rest.substring(0, next);
    }

    /** The rows of the table below the heading. */
    private static Map<String, String> section(String heading) {
        var rows = new Page(Path.of("docs/errors.md"), text(heading)).rows();
        return rows.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
    }
}
