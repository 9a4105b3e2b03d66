package io.asyncflow.gateway.server.configuration.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.server.configuration.GatewayConfiguration;
import io.asyncflow.gateway.server.configuration.binding.Shape.Entries;
import io.asyncflow.gateway.server.configuration.binding.Shape.Items;
import io.asyncflow.gateway.server.configuration.binding.Shape.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is generated from the records, and what is checked in; {@code -Dgolden=update} rewrites it. */
class GatewaySettingsTest {

    private static final Path SCHEMA = Path.of("src/main/resources/gateway-configuration.schema.json");
    private static final Path PAGE = Path.of("../../docs/gateway-configuration.md");
    private static final String BEGIN = "<!-- settings: generated, see GatewaySettingsTest -->\n";
    private static final String END = "<!-- end of settings -->\n";

    @Test
    void hasTheSchemaThatTheRecordsGenerate() throws IOException {
        assertMatches(SCHEMA, SchemaPrinter.print(GatewayConfiguration.DEFAULT));
    }

    @Test
    void documentsEverySetting() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        String table = SettingsTable.of(GatewayConfiguration.DEFAULT, GatewayConfiguration.PRODUCTION);

        assertMatches(PAGE, page.substring(0, begin) + "\n" + table + page.substring(page.indexOf(END)));
    }

    @Test
    void saysOfEverySettingWhatItDoes() {
        var silent = new ArrayList<String>();
        silent(ShapeReader.section(GatewayConfiguration.class), "", silent);

        assertThat(silent).as("settings without @Described").isEmpty();
    }

    @Test
    void printsWhatReadsAsTheSameAgain() {
        for (GatewayConfiguration configuration :
                List.of(GatewayConfiguration.DEFAULT, GatewayConfiguration.PRODUCTION)) {
            String printed = ConfigurationPrinter.print(configuration);

            assertThat(new YamlFile("printed", printed).bind(GatewayConfiguration.DEFAULT, _ -> null))
                    .isEqualTo(configuration);
        }
    }

    private static void silent(Shape shape, String path, List<String> silent) {
        switch (shape) {
            case Items items -> silent(items.item(), path + "[]", silent);
            case Entries entries -> silent(entries.value(), path + ".NAME", silent);
            case Section section -> {
                for (Setting setting : section.settings()) {
                    String inside = path + "." + setting.name();
                    if (!setting.inline() && setting.description().isBlank()) {
                        silent.add(inside);
                    }
                    silent(setting.shape(), inside, silent);
                }
            }
            case Scalar _, Shape.Choice _ -> {}
        }
    }

    private static void assertMatches(Path file, String actual) throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(file, actual);
        }
        assertThat(file).as("write it with -Dgolden=update and review it").exists();
        assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
    }
}
