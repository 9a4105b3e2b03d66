package io.asyncflow.allinone.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What compose.yaml says, variables still in place. */
record ComposeFile(String text, Map<String, Container> containers, Set<String> volumes) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?:(:[-?])([^}]*))?}");

    /** {@code ${NAME}}, {@code ${NAME:-fallback}} or {@code ${NAME:?message}}. */
    record Variable(String name, Optional<String> fallback, boolean required) {}

    static ComposeFile parse(String text) {
        var document = Yaml.parse(text);
        Map<String, Container> containers = new LinkedHashMap<>();
        Yaml.map(document.get("services"))
                .forEach((name, service) -> containers.put(name, Container.of(name, Yaml.map(service))));
        return new ComposeFile(
                text, containers, Yaml.map(document.get("volumes")).keySet());
    }

    /** Those whose image is built here. */
    List<Container> ours() {
        return containers.values().stream().filter(Container::builtHere).toList();
    }

    /** The container that is built from the module. */
    Optional<Container> of(Module module) {
        return ours().stream()
                .filter(container ->
                        module.folder().equals(container.buildArguments().get("SERVICE")))
                .findFirst();
    }

    List<Variable> variables() {
        var found = new ArrayList<Variable>();
        VARIABLE.matcher(text)
                .results()
                .forEach(match -> found.add(new Variable(
                        match.group(1),
                        ":-".equals(match.group(2)) ? Optional.of(match.group(3)) : Optional.empty(),
                        ":?".equals(match.group(2)))));
        return found;
    }

    /** The text as Docker would read it, with these values in {@code .env}. */
    static String resolved(String text, Map<String, String> values) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            String fallback = ":-".equals(match.group(2)) ? match.group(3) : "";
            return java.util.regex.Matcher.quoteReplacement(values.getOrDefault(match.group(1), fallback));
        });
    }
}
