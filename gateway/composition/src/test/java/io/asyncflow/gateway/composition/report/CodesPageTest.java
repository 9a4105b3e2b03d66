package io.asyncflow.gateway.composition.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/composition-codes.md explains every code, and no other. */
class CodesPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (.+) \\|$");

    @Test
    void explainsEveryErrorInOrder() throws IOException {
        assertThat(rows("## Errors", 1))
                .containsExactlyElementsOf(Arrays.stream(ErrorCode.values())
                        .map(Enum::name)
                        .sorted()
                        .toList());
    }

    @Test
    void explainsEveryHintWithItsLevelInOrder() throws IOException {
        assertThat(rows("## Hints", 2))
                .containsExactlyElementsOf(Arrays.stream(HintCode.values())
                        .map(code -> code.name() + " " + code.level().name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }

    private static List<String> rows(String heading, int columns) throws IOException {
        String page = Files.readString(Path.of("../../docs/composition-codes.md"));
        String rest = page.substring(page.indexOf(heading) + heading.length());
        int next = rest.indexOf("\n## ");
        return ROW.matcher(next < 0 ? rest : rest.substring(0, next))
                .results()
                .map(row -> columns == 1
                        ? row.group(1)
                        : row.group(1) + " " + row.group(2).replaceFirst(" .*", ""))
                .toList();
    }
}
