package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.server.configuration.binding.Shape.Choice;
import io.asyncflow.gateway.server.configuration.binding.Shape.Entries;
import io.asyncflow.gateway.server.configuration.binding.Shape.Items;
import io.asyncflow.gateway.server.configuration.binding.Shape.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settings as the documentation lists them: one table for each section of the root. */
final class SettingsTable {

    private static final String HEAD = """
            | Setting | Takes | Default | Meaning |
            | --- | --- | --- | --- |
            """;

    private final StringBuilder out = new StringBuilder();
    private final Record others;

    /** Where the settings of each record are listed: once is enough. */
    private final Map<Class<?>, String> listed = new HashMap<>();

    private SettingsTable(Record others) {
        this.others = others;
    }

    /**
     * All settings of a record.
     *
     * @param defaults what holds without configuration
     * @param others what holds without configuration in production
     */
    static String of(Record defaults, Record others) {
        var table = new SettingsTable(others);
        for (Setting setting : ShapeReader.section(defaults.getClass()).settings()) {
            table.root(setting, defaults);
        }
        return table.out.toString();
    }

    private void root(Setting setting, Record defaults) {
        Object value = setting.valueIn(defaults);
        Object other = setting.valueIn(others);
        out.append("### ").append(setting.name()).append("\n\n");
        if (setting.shape() instanceof Section section) {
            out.append(setting.description()).append("\n\n").append(HEAD);
            section(section, (Record) value, (Record) other, setting.name());
        } else {
            out.append(HEAD);
            row(setting, value, other, setting.name());
        }
        out.append('\n');
    }

    private void section(Section section, @Nullable Record value, @Nullable Record other, String path) {
        listed.put(section.type(), path);
        for (Setting setting : section.settings()) {
            Object inside = value == null ? null : setting.valueIn(value);
            Object insideOther = other == null ? null : setting.valueIn(other);
            String at = path + "." + setting.name();
            if (setting.inline() && setting.shape() instanceof Section inner) {
                section(inner, (Record) inside, (Record) insideOther, path);
            } else if (setting.shape() instanceof Section inner) {
                inner(setting, inner, (Record) inside, (Record) insideOther, at);
            } else if (value == null && !setting.nullable() && !isCollection(setting.shape())) {
                row(setting, "required", at);
            } else {
                row(setting, inside, insideOther, at);
            }
        }
    }

    private void inner(Setting setting, Section section, @Nullable Record value, @Nullable Record other, String path) {
        if (setting.nullable() && value == null) {
            row(setting, "none", path);
        }
        Record standard = value == null ? section.defaults() : value;
        section(section, standard, other == null ? standard : other, path);
    }

    private void row(Setting setting, @Nullable Object value, @Nullable Object other, String path) {
        String standard = text(value);
        String production = text(other);
        row(
                setting,
                Objects.equals(standard, production) ? standard : standard + "; " + production + " in production",
                path);
        elements(setting.shape(), path);
    }

    private void row(Setting setting, String value, String path) {
        out.append("| `%s` | %s | %s | %s |\n"
                .formatted(
                        path,
                        takes(setting.shape()),
                        value,
                        setting.description().replace("|", "\\|")));
    }

    /** The settings of what a list or a map consists of. */
    private void elements(Shape shape, String path) {
        switch (shape) {
            case Items items -> element(items.item(), path + "[]");
            case Entries entries -> element(entries.value(), path + ".NAME");
            case Scalar _, Choice _, Section _ -> {}
        }
    }

    private void element(Shape shape, String path) {
        if (!(shape instanceof Section section)) {
            elements(shape, path);
        } else if (!listed.containsKey(section.type())) {
            section(section, section.defaults(), section.defaults(), path);
        }
    }

    private static boolean isCollection(Shape shape) {
        return shape instanceof Items || shape instanceof Entries;
    }

    private String takes(Shape shape) {
        return switch (shape) {
            case Scalar.FLAG -> "flag";
            case Scalar.INTEGER, Scalar.LONG, Scalar.DECIMAL -> "number";
            case Scalar.TEXT -> "text";
            case Scalar.DURATION -> "duration";
            case Scalar.SIZE -> "size";
            case Choice choice -> "`" + String.join("`, `", choice.words()) + "`";
            case Items items -> "list of " + many(items.item());
            case Entries entries -> "map of names to " + many(entries.value());
            case Section _ -> "map";
        };
    }

    private String many(Shape shape) {
        return switch (shape) {
            case Section section
            when listed.containsKey(section.type()) -> "maps as `" + listed.get(section.type()) + "`";
            case Section _ -> "maps as follows";
            case Choice _, Items _, Entries _ -> takes(shape);
            case Scalar _ -> takes(shape) + "s";
        };
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case List<?> list when list.isEmpty() -> "none";
            case Map<?, ?> map when map.isEmpty() -> "none";
            case List<?> list ->
                list.stream().map(item -> "`" + flow(Plain.of(item)) + "`").collect(Collectors.joining(", "));
            case Map<?, ?> map -> "`" + flow(Plain.of(map)) + "`";
            default -> "`" + ScalarPrinter.print(value) + "`";
        };
    }

    /** On one line, without what is absent. */
    private static String flow(@Nullable Object plain) {
        return switch (plain) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
            case List<?> list -> list.stream().map(SettingsTable::flow).collect(Collectors.joining(", ", "[", "]"));
            case null -> "null";
            default -> ScalarPrinter.print(plain);
        };
    }
}
