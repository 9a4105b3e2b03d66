package io.asyncflow.allinone.deploy;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A property that one of our records is bound from. */
record Property(String name, Optional<String> defaultValue) {

    /** The components of the record, those of records inside it included. */
    static List<Property> of(String prefix, Class<?> type) {
        return Stream.of(Objects.requireNonNull(type.getRecordComponents(), type + " is no record"))
                .flatMap(component -> of(prefix, type, component).stream())
                .toList();
    }

    private static List<Property> of(String prefix, Class<?> owner, RecordComponent component) {
        String name =
                prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
        return component.getType().isRecord()
                ? of(name, component.getType())
                : List.of(new Property(name, defaultOf(owner, component)));
    }

    /** The annotation is one for parameters: it stands on the constructor, not on the component. */
    private static Optional<String> defaultOf(Class<?> owner, RecordComponent component) {
        return Stream.of(owner.getDeclaredConstructors())
                .flatMap(constructor -> Stream.of(constructor.getParameters()))
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .flatMap(parameter -> Optional.ofNullable(parameter.getAnnotation(DefaultValue.class)).stream())
                .map(annotation -> String.join(",", annotation.value()))
                .findFirst();
    }

    /** Whether Spring would bind the property from an environment variable of that name. */
    boolean boundFrom(String variable) {
        var environment = new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, "any"));
        var source = Objects.requireNonNull(ConfigurationPropertySource.from(environment));
        return source.getConfigurationProperty(ConfigurationPropertyName.of(name)) != null;
    }
}
