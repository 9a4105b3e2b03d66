package io.asyncflow.allinone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.ConfigurableEnvironment;

/** docs/configuration.md names every variable and property that there is, with its default, and no other. */
class ConfigurationPageTest {

    private static final Pattern LAUNCHERS = Pattern.compile("\\$\\{(COMMERCE_[A-Z_]+)");
    private static final String NONE = "none";

    private static final Repository REPOSITORY = Repository.here();
    private static final Settings SETTINGS =
            Settings.of(List.copyOf(REPOSITORY.modules().values()));
    private static final Map<String, String> DOCUMENTED =
            Page.read(REPOSITORY.root().resolve("docs/configuration.md")).rows();
    private static final List<ConfigurableEnvironment> SERVICES = REPOSITORY.services().stream()
            .map(module -> Surroundings.of(module.service().name(), Map.of()))
            .toList();

    @Test
    void namesEveryVariableAndNoOther() {
        var existing = new TreeSet<>(SETTINGS.placeholders().keySet());
        existing.addAll(SETTINGS.reads());
        LAUNCHERS.matcher(REPOSITORY.read("commerce")).results().forEach(found -> existing.add(found.group(1)));

        assertThat(documented(name -> name.matches("[A-Z0-9_]+")).keySet())
                .containsExactlyInAnyOrderElementsOf(existing);
    }

    @Test
    void namesEveryPropertyOfOurs() {
        assertThat(documented(name -> name.contains(".")).keySet())
                .containsAll(SETTINGS.properties().stream().map(Property::name).toList());
    }

    @Test
    void namesNoPropertyThatIsNowhere() {
        assertThat(documented(name -> name.contains(".")).keySet())
                .allSatisfy(name -> assertThat(defaultsOf(name)).as(name).isNotEmpty());
    }

    @Test
    void tellsEachVariablesDefault() {
        var placeholders = SETTINGS.placeholders().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().isEmpty() ? NONE : entry.getValue()));

        assertThat(documented(placeholders::containsKey)).containsExactlyInAnyOrderEntriesOf(placeholders);
    }

    @Test
    void tellsEachPropertysDefault() {
        assertThat(documented(name -> name.contains(".")))
                .allSatisfy(
                        (name, told) -> assertThat(defaultsOf(name)).as(name).contains(told));
    }

    private static Map<String, String> documented(Predicate<String> wanted) {
        var rows = new TreeMap<>(DOCUMENTED);
        rows.keySet().removeIf(wanted.negate());
        return rows;
    }

    /** What it is in the services that set it, or what its record says. */
    private static List<String> defaultsOf(String property) {
        var set = SERVICES.stream()
                .map(service -> service.getProperty(property))
                .filter(Objects::nonNull)
                .map(value -> value.isEmpty() ? NONE : value)
                .distinct()
                .toList();
        return set.isEmpty()
                ? SETTINGS.properties().stream()
                        .filter(bound -> bound.name().equals(property))
                        .map(bound -> bound.defaultValue()
                                .filter(value -> !value.isEmpty())
                                .orElse(NONE))
                        .toList()
                : set;
    }
}
