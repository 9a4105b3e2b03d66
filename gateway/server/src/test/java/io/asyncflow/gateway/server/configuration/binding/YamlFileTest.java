package io.asyncflow.gateway.server.configuration.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asyncflow.gateway.server.configuration.binding.Kitchen.Dish;
import io.asyncflow.gateway.server.configuration.binding.Kitchen.Hours;
import io.asyncflow.gateway.server.configuration.binding.Kitchen.Oven;
import io.asyncflow.gateway.server.configuration.binding.Kitchen.Stove;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class YamlFileTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("COOKS", "7", "TOWN", "Ghent", "EMPTY", "");

    @Test
    void bindsEveryKindOfSetting() {
        Kitchen kitchen = bind("""
                open: false
                cooks: 3
                tips: 1
                name: Ours
                notice: 'Back: soon'
                max_wait: 1h30m
                pantry: 2mb
                stove: wood_fire
                dishes:
                  - name: soup
                    default: true
                    with: [bread, 1.50, true]
                  - { name: stew, default: false }
                prices: { soup: 4, stew: 0x10 }
                keys: {cook: k}
                oven:
                  max_heat: 300
                until: 22
                """);

        assertThat(kitchen)
                .isEqualTo(new Kitchen(
                        false,
                        3,
                        1.0,
                        "Ours",
                        "Back: soon",
                        Duration.ofMinutes(90),
                        DataSize.ofMegabytes(2),
                        Stove.WOOD_FIRE,
                        List.of(
                                new Dish("soup", true, List.of("bread", "1.50", "true")),
                                new Dish("stew", false, List.of())),
                        Map.of("soup", 4, "stew", 16),
                        Map.of("cook", "k"),
                        new Oven(50, 300),
                        new Hours(9, 22)));
        assertThat(kitchen.prices().keySet()).containsExactly("soup", "stew");
    }

    @Test
    void takesNumbersWithZerosInFrontForDecimalOnes() {
        assertThat(bind("cooks: 010").cooks()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {"''", "# nothing but a comment", "oven:", "'oven: # later'", "dishes:", "notice: ~", "{}", "---"})
    void leavesAsItIsWhatIsNotGiven(String yaml) {
        assertThat(bind(yaml)).isEqualTo(Kitchen.DEFAULT);
    }

    @Test
    void bindsOntoWhatHeldBefore() {
        Kitchen before = bind("{cooks: 9, oven: {min_heat: 80}}");

        Kitchen after = new YamlFile("k.yaml", "oven: {max_heat: 100}").bind(before, ENVIRONMENT::get);

        assertThat(after.cooks()).isEqualTo(9);
        assertThat(after.oven()).isEqualTo(new Oven(80, 100));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: ${env.TOWN}                 | Ghent
            name: in ${env.TOWN}, ${env.TOWN} | in Ghent, Ghent
            name: "${env.TOWN}"               | Ghent
            name: ${env.NOWHERE:-home}        | home
            name: ${env.TOWN:-home}           | Ghent
            name: ${env.EMPTY:-home}          | home
            name: a${env.EMPTY}b              | ab
            name: ${env.NOWHERE:-a:-b}        | a:-b
            name: $${env.TOWN}                | ${env.TOWN}
            name: costs $5                    | costs $5
            """)
    void expandsTheEnvironment(String yaml, String name) {
        assertThat(bind(yaml).name()).isEqualTo(name);
    }

    @Test
    void readsWhatComesFromTheEnvironmentAsTheSettingNeedsIt() {
        Kitchen kitchen = bind("""
                cooks: ${env.COOKS}
                open: ${env.OPEN:-false}
                max_wait: "${env.WAIT:-5}s"
                """);

        assertThat(kitchen.cooks()).isEqualTo(7);
        assertThat(kitchen.open()).isFalse();
        assertThat(kitchen.maxWait()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cooks: two                       | k.yaml:1:8: cooks must be a whole number, not 'two'
            cooks: '2'                       | k.yaml:1:8: cooks must be a whole number, not the text '2'
            cooks: 1.5                       | k.yaml:1:8: cooks must be a whole number, not '1.5'
            cooks: 3000000000                | k.yaml:1:8: cooks must be a whole number, not '3000000000'
            cooks: [1]                       | k.yaml:1:8: cooks must be a whole number, not a list
            cooks: ${env.TOWN}               | k.yaml:1:8: cooks must be a whole number, not 'Ghent'
            cooks: ${env.NO}                 | k.yaml:1:8: cooks needs the variable NO of the environment, which is not set
            name: ${TOWN}                    | k.yaml:1:7: name has '${TOWN}' in it, which means nothing: write ${env.NAME}
            name: ${env.TOWN                 | k.yaml:1:7: name has '${env.TOWN' in it, which means nothing
            cooks:                           | k.yaml:1:7: cooks has no value
            cooks: 0                         | k.yaml:1:8: cooks must be at least 1
            open: yes                        | k.yaml:1:7: open must be true or false, not 'yes'
            open: 'true'                     | k.yaml:1:7: open must be true or false, not the text 'true'
            tips: .nan                       | k.yaml:1:7: tips must be a number, not '.nan'
            name: {}                         | k.yaml:1:7: name must be text, not a map
            max_wait: 10                     | k.yaml:1:11: max_wait must be a duration such as 500ms, 10s or 5m, not '10'
            max_wait: 5 minutes              | k.yaml:1:11: max_wait must be a duration
            max_wait: -5s                    | k.yaml:1:11: max_wait must be a duration
            max_wait: 999999999999999d       | k.yaml:1:11: max_wait must be a duration
            pantry: 3 elephants              | k.yaml:1:9: pantry must be a size such as 512KB or 2MB, not '3 elephants'
            pantry: 99999999999TB            | k.yaml:1:9: pantry must be a size
            stove: wod_fire                  | k.yaml:1:8: stove must be one of gas, wood_fire, not 'wod_fire'. Did you mean 'wood_fire'?
            dishes: soup                     | k.yaml:1:9: dishes must be a list, not 'soup'
            dishes: [{name: a, default: 1}]  | k.yaml:1:29: dishes[0].default must be true or false, not '1'
            dishes: [{name: a}]              | k.yaml:1:10: dishes[0].default is missing
            dishes: [~]                      | k.yaml:1:10: dishes[0].name is missing
            prices: {soup: dear}             | k.yaml:1:16: prices.soup must be a whole number, not 'dear'
            prices: [1]                      | k.yaml:1:9: prices must be a map of names and values, not a list
            oven: 3                          | k.yaml:1:7: oven must be a map of names and values, not '3'
            oven: {max_heat: 501}            | k.yaml:1:18: oven.max_heat must be at most 500
            oven: {min_heat: 300}            | k.yaml:1:18: oven.min_heat must not be above max_heat
            until: 8                         | k.yaml:1:8: until must be after from
            from: early                      | k.yaml:1:7: from must be a whole number, not 'early'
            hours: {}                        | k.yaml:1:1: hours is unknown.
            ovn: {}                          | k.yaml:1:1: ovn is unknown. Did you mean 'oven'?
            maxWait: 1s                      | k.yaml:1:1: maxWait is unknown. Did you mean 'max_wait'?
            oven: {light: true}              | k.yaml:1:8: oven.light is unknown. oven has min_heat, max_heat
            xyz: 1                           | k.yaml:1:1: xyz is unknown. the configuration has open, cooks
            {? [a] : 1}                      | k.yaml:1:4: the names in the configuration must be text, not a list
            [open]                           | k.yaml:1:1: the configuration must be a map of names and values, not a list
            {open: true, open: true}         | k.yaml:1:14: open stands here twice; the first is on line 1
            oven: [                          | k.yaml:1:8: this is not YAML:
            'open: true                      | this is not YAML:
            name: *dish                      | k.yaml:1:7: this is not YAML: found undefined alias dish
            """)
    void saysWhereWhatIsWrong(String yaml, String problem) {
        assertThatThrownBy(() -> bind(yaml))
                .isInstanceOf(WrongConfiguration.class)
                .hasMessageContaining(problem);
    }

    @Test
    void saysAllThatIsWrongAtOnceInTheOrderOfTheFile() {
        WrongConfiguration wrong = wrong("""
                cooks: 0
                oven:
                  min_heat: -1
                  max_heat: 1000
                  lamp: on
                stove: coal
                dishes:
                  - default: true
                  - name: []
                    default: no
                name: ${env.NAME}
                cooks: 2
                """);

        assertThat(wrong.problems())
                .extracting(problem -> problem.line() + " " + problem.message())
                .containsExactly(
                        "1 cooks must be at least 1",
                        "3 oven.min_heat must not be negative",
                        "4 oven.max_heat must be at most 500",
                        "5 oven.lamp is unknown. oven has min_heat, max_heat",
                        "6 stove must be one of gas, wood_fire, not 'coal'.",
                        "8 dishes[0].name is missing",
                        "9 dishes[1].name must be text, not a list",
                        "10 dishes[1].default must be true or false, not 'no'",
                        "11 name needs the variable NAME of the environment, which is not set;"
                                + " ${env.NAME:-default} would give it a default",
                        "12 cooks stands here twice; the first is on line 1");
        assertThat(wrong).message().hasLineCount(10).startsWith("k.yaml:1:8: cooks");
    }

    @Test
    void readsAnchorsButNotABombOfThem() {
        assertThat(bind("{dishes: [{name: &n soup, default: true, with: [*n]}]}")
                        .dishes())
                .containsExactly(new Dish("soup", true, List.of("soup")));

        String bomb = "dishes: [" + "{name: a, default: true, with: &w [b]}"
                + ", {name: a, default: true, with: *w}".repeat(60) + "]";
        assertThat(wrong(bomb)).hasMessageContaining("aliases");
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThat(wrong("oven: " + "[".repeat(400_000))).hasMessageContaining("k.yaml:1:1: this is nested too deep");
    }

    @Test
    void saysWhyAFileCannotBeRead(@TempDir Path folder) throws IOException {
        Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat(1024 * 1024 + 1));
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', (byte) 0xE9, '\n'});

        assertThatThrownBy(() -> YamlFile.read(folder)).hasMessage(folder + " is a folder, not a file");
        assertThatThrownBy(() -> YamlFile.read(folder.resolve("no.yaml")))
                .hasMessage("there is no file " + folder.resolve("no.yaml"));
        assertThatThrownBy(() -> YamlFile.read(large)).hasMessage(large + " is larger than 1MB");
        assertThatThrownBy(() -> YamlFile.read(latin)).hasMessage(latin + " is not UTF-8 text");
    }

    private static WrongConfiguration wrong(String yaml) {
        return catchThrowableOfType(WrongConfiguration.class, () -> bind(yaml));
    }

    private static Kitchen bind(String yaml) {
        return new YamlFile("k.yaml", yaml).bind(Kitchen.DEFAULT, ENVIRONMENT::get);
    }
}
