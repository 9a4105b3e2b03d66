package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.server.configuration.binding.Shape.Choice;
import io.asyncflow.gateway.server.configuration.binding.Shape.Entries;
import io.asyncflow.gateway.server.configuration.binding.Shape.Items;
import io.asyncflow.gateway.server.configuration.binding.Shape.Section;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints a configuration as YAML that reads as the same again, with what each setting does as comments. */
public final class ConfigurationPrinter {

    static final String MASK = "********";

    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();

    private ConfigurationPrinter() {}

    /** All settings of the record; secrets are masked. */
    public static String print(Record configuration) {
        var printer = new ConfigurationPrinter();
        printer.section(ShapeReader.section(configuration.getClass()), configuration, "");
        return printer.out.toString();
    }

    private void section(Section section, Record value, String indent) {
        for (Setting setting : section.settings()) {
            Object inside = setting.valueIn(value);
            if (setting.inline() && setting.shape() instanceof Section inner && inside instanceof Record record) {
                section(inner, record, indent);
            } else {
                setting(setting, setting.secret() ? Masking.of(inside) : inside, indent);
            }
        }
    }

    private void setting(Setting setting, @Nullable Object value, String indent) {
        if (indent.isEmpty() && !out.isEmpty()) {
            out.append('\n');
        }
        Comments.wrap(setting.description(), indent)
                .forEach(line -> out.append(line).append('\n'));
        out.append(indent).append(setting.name()).append(':');
        value(setting.shape(), value, indent + STEP);
    }

    /** What stands behind a name or a dash; it starts with its blank or line break. */
    private void value(Shape shape, @Nullable Object value, String indent) {
        if (value == null) {
            out.append(" null\n");
            return;
        }
        switch (shape) {
            case Scalar _, Choice _ ->
                out.append(' ').append(ScalarPrinter.print(value)).append('\n');
            case Items items -> items(items.item(), (List<?>) value, indent);
            case Entries entries -> entries(entries.value(), (Map<?, ?>) value, indent);
            case Section section -> {
                out.append('\n');
                section(section, (Record) value, indent);
            }
        }
    }

    private void items(Shape shape, List<?> items, String indent) {
        out.append(items.isEmpty() ? " []\n" : "\n");
        for (Object item : items) {
            out.append(indent).append('-');
            value(shape, item, indent + STEP);
        }
    }

    private void entries(Shape shape, Map<?, ?> entries, String indent) {
        out.append(entries.isEmpty() ? " {}\n" : "\n");
        entries.forEach((name, value) -> {
            out.append(indent).append(ScalarPrinter.text(name.toString())).append(':');
            value(shape, value, indent + STEP);
        });
    }
}
