package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.server.configuration.binding.Shape.Choice;
import io.asyncflow.gateway.server.configuration.binding.Shape.Entries;
import io.asyncflow.gateway.server.configuration.binding.Shape.Items;
import io.asyncflow.gateway.server.configuration.binding.Shape.Section;
import io.asyncflow.gateway.server.settings.Described;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Reads from Java types what may be written for them. */
final class ShapeReader {

    private static final Map<Type, Scalar> SCALARS = Map.ofEntries(
            Map.entry(boolean.class, Scalar.FLAG),
            Map.entry(Boolean.class, Scalar.FLAG),
            Map.entry(int.class, Scalar.INTEGER),
            Map.entry(Integer.class, Scalar.INTEGER),
            Map.entry(long.class, Scalar.LONG),
            Map.entry(Long.class, Scalar.LONG),
            Map.entry(double.class, Scalar.DECIMAL),
            Map.entry(Double.class, Scalar.DECIMAL),
            Map.entry(String.class, Scalar.TEXT),
            Map.entry(Duration.class, Scalar.DURATION),
            Map.entry(DataSize.class, Scalar.SIZE));

    private ShapeReader() {}

    static Shape read(Type type) {
        Scalar scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        return switch (type) {
            case Class<?> enumeration when enumeration.isEnum() -> Choice.of(enumeration);
            case Class<?> record when record.isRecord() -> section(record.asSubclass(Record.class));
            case ParameterizedType generic when generic.getRawType() == List.class -> new Items(argument(generic, 0));
            case ParameterizedType generic
            when generic.getRawType() == Map.class && generic.getActualTypeArguments()[0] == String.class ->
                new Entries(argument(generic, 1));
            default -> throw new IllegalStateException("a setting cannot be a " + type);
        };
    }

    static Section section(Class<? extends Record> type) {
        List<Setting> settings =
                Arrays.stream(type.getRecordComponents()).map(Setting::of).toList();
        Described described = type.getAnnotation(Described.class);
        @Nullable Record defaults = Reflection.defaults(type);
        return new Section(type, described == null ? "" : described.value(), settings, defaults);
    }

    private static Shape argument(ParameterizedType type, int index) {
        return read(type.getActualTypeArguments()[index]);
    }
}
