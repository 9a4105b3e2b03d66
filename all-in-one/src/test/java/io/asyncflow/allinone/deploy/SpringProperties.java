package io.asyncflow.allinone.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The properties that the libraries on the classpath document as theirs. */
final class SpringProperties {

    private static final Set<String> VARIABLES = read();

    private SpringProperties() {}

    /** Whether one of them is set by an environment variable of that name: dots as underscores, dashes left out. */
    static boolean bind(String variable) {
        return VARIABLES.contains(variable);
    }

    private static Set<String> read() {
        var variables = new HashSet<String>();
        try {
            var loader = SpringProperties.class.getClassLoader();
            for (URL file : Collections.list(loader.getResources("META-INF/spring-configuration-metadata.json"))) {
                try (var in = file.openStream()) {
                    JsonMapper.shared()
                            .readTree(in)
                            .path("properties")
                            .forEach(property -> variables.add(property.path("name")
                                    .asString()
                                    .toUpperCase(Locale.ROOT)
                                    .replace('.', '_')
                                    .replace("-", "")));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return variables;
    }
}
