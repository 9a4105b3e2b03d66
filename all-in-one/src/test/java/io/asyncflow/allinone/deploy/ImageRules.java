package io.asyncflow.allinone.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.PropertyResolver;

/** What is built exists, listens where it is said to, and is asked for its health where it answers. */
final class ImageRules {

    private static final Pattern ASKED_PATH = Pattern.compile("GET (\\S+)");

    private final Repository repository;
    private final ComposeFile compose;
    private final ImageRecipe image;
    private final BuildContext context;
    private final String healthScript;
    private final List<String> problems = new ArrayList<>();

    ImageRules(Deployment deployment) {
        this.repository = deployment.repository();
        this.compose = deployment.composeFile();
        this.image = deployment.image();
        this.context = BuildContext.parse(deployment.ignored());
        this.healthScript = deployment.healthScript();
    }

    List<String> problems() {
        repository.services().stream()
                .filter(module -> compose.of(module).isEmpty())
                .forEach(module -> problems.add("No container is built from " + module.folder()));
        compose.ours().forEach(this::check);
        checkRecipe();
        return problems;
    }

    private void check(Container container) {
        if (!repository.has(container.dockerfile())) {
            problems.add(container.name() + ": there is no " + container.dockerfile());
        }
        for (String argument : container.buildArguments().keySet()) {
            require(image.arguments().contains(argument), container, "the Dockerfile takes no " + argument);
        }
        for (String argument : image.arguments()) {
            require(container.buildArguments().containsKey(argument), container, "the build lacks " + argument);
        }
        repository.services().stream()
                .filter(module ->
                        module.folder().equals(container.buildArguments().get("SERVICE")))
                .findFirst()
                .ifPresentOrElse(
                        module -> checkService(container, module),
                        () -> problems.add(container.name() + ": no module that starts a service is "
                                + container.buildArguments().get("SERVICE")));
    }

    private void checkService(Container container, Module module) {
        var code = Surroundings.of(module.service().name(), Map.of());
        String port = container.buildArguments().getOrDefault("PORT", "");
        require(
                port.equals(code.getProperty("server.port")),
                container,
                module.folder() + " does not listen on " + port);
        for (String published : container.ports()) {
            require(
                    Container.containerPort(published).equals(port),
                    container,
                    "publishes " + published + ", but listens on " + port);
        }
        String asked = askedPath();
        require(serves(code, asked), container, "does not answer at " + asked);
        var patience =
                code.getRequiredProperty("spring.lifecycle.timeout-per-shutdown-phase", java.time.Duration.class);
        require(
                container.stopGracePeriod().compareTo(patience) > 0,
                container,
                "is killed before its " + patience.toSeconds() + " s to finish are over");
    }

    private void checkRecipe() {
        image.copies().keySet().stream()
                .filter(source -> !repository.has(source))
                .forEach(source -> problems.add("The Dockerfile copies " + source + ", which is not there"));
        Stream.concat(image.copies().keySet().stream(), repository.modules().keySet().stream())
                .filter(source -> !context.holds(source))
                .forEach(source -> problems.add("The image is built without " + source));
        for (String flag : Pom.jvmFlags(repository.root().resolve("pom.xml"))) {
            if (!image.entrypoint().contains(flag)) {
                problems.add("The Dockerfile starts Java without " + flag);
            }
        }
        if (image.healthScript().isEmpty()) {
            problems.add("The Dockerfile's health check runs nothing that it copies");
        }
    }

    private String askedPath() {
        var asked = ASKED_PATH.matcher(healthScript);
        return asked.find() ? asked.group(1) : "";
    }

    private static boolean serves(PropertyResolver code, String path) {
        String base = Objects.requireNonNull(code.getProperty("management.endpoints.web.base-path"))
                .replaceAll("/$", "");
        String readiness = code.getProperty("management.endpoint.health.group.readiness.additional-path", "");
        return readiness.equals("server:" + path)
                || path.equals(base + "/health")
                || path.equals(base + "/health/readiness");
    }

    private void require(boolean holds, Container container, String otherwise) {
        if (!holds) {
            problems.add(container.name() + ": " + otherwise);
        }
    }
}
