package io.asyncflow.allinone.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Each variable that a service of ours is given is one that it reads, and leads to something that is there. */
final class EnvironmentRules {

    private static final Pattern ADDRESS = Pattern.compile("[a-z]+://(?:[^@/\\s]*@)?([a-zA-Z0-9.-]+)(?::(\\d+))?");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|KEY|TOKEN");

    private final Repository repository;
    private final ComposeFile compose;
    private final ImageRecipe image;
    private final List<String> problems = new ArrayList<>();

    EnvironmentRules(Deployment deployment) {
        this.repository = deployment.repository();
        this.compose = deployment.composeFile();
        this.image = deployment.image();
    }

    List<String> problems() {
        for (Module module : repository.services()) {
            compose.of(module).ifPresent(container -> check(container, Settings.of(repository.runtimeOf(module))));
        }
        compose.variables().stream()
                .filter(variable -> SECRET.matcher(variable.name()).find() && !variable.required())
                .forEach(variable -> problems.add(
                        variable.name() + " is a secret and must be written ${" + variable.name() + ":?what to do}"));
        return problems;
    }

    private void check(Container container, Settings settings) {
        var given = new LinkedHashMap<>(image.environment(container.buildArguments()));
        given.putAll(container.environment());
        given.keySet().stream()
                .filter(variable -> !settings.knows(variable) && !SpringProperties.bind(variable))
                .forEach(variable -> problems.add(container.name() + ": nothing in it reads " + variable));
        settings.placeholders().forEach((variable, fallback) -> {
            if (fallback.contains("localhost") && !given.containsKey(variable)) {
                problems.add(container.name() + ": without " + variable + " it would look for " + fallback
                        + " in its own container");
            }
        });
        given.forEach((variable, value) -> checkAddresses(container, variable, value));
    }

    private void checkAddresses(Container container, String variable, String written) {
        String value = ComposeFile.resolved(written, Map.of());
        if (variable.endsWith("_HOST") && !compose.containers().containsKey(value)) {
            problems.add(container.name() + ": " + variable + " names " + value + ", which is no service");
        }
        ADDRESS.matcher(value)
                .results()
                .filter(address -> !leadsSomewhere(address, written.contains("${")))
                .forEach(address -> problems.add(container.name() + ": " + variable + " leads to " + address.group()
                        + ", where nothing listens"));
    }

    /** To a service of this file; or, when the operator may choose, to what browsers reach on the host. */
    private boolean leadsSomewhere(MatchResult address, boolean chosen) {
        if (address.group(1).equals("localhost")) {
            return chosen;
        }
        var other = compose.containers().get(address.group(1));
        return other != null && other.listensOn(address.group(2) == null ? "80" : address.group(2));
    }
}
