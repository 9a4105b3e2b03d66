package io.asyncflow.allinone.deploy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What containers share exists: those they wait for, their volumes, the host's ports, the stores' credentials. */
final class WiringRules {

    private final Repository repository;
    private final ComposeFile compose;
    private final List<String> problems = new ArrayList<>();

    WiringRules(Deployment deployment) {
        this.repository = deployment.repository();
        this.compose = deployment.composeFile();
    }

    List<String> problems() {
        compose.containers().values().forEach(this::checkDependencies);
        compose.containers().values().forEach(this::checkMounts);
        compose.volumes().stream()
                .filter(volume -> compose.containers().values().stream()
                        .flatMap(container -> container.mounts().stream())
                        .noneMatch(mount -> mount.startsWith(volume + ":")))
                .forEach(volume -> problems.add("No service uses the volume " + volume));
        checkHostPorts();
        checkCredentials();
        return problems;
    }

    private void checkDependencies(Container container) {
        container.dependsOn().forEach((name, condition) -> {
            var other = compose.containers().get(name);
            if (other == null) {
                problems.add(container.name() + ": waits for " + name + ", which is no service");
            } else if (condition.equals("service_healthy") && !other.checksHealth() && !other.builtHere()) {
                problems.add(container.name() + ": waits for the health of " + name + ", which nobody checks");
            }
        });
    }

    private void checkMounts(Container container) {
        for (String mount : container.mounts()) {
            String source = mount.substring(0, mount.indexOf(':'));
            boolean file = source.startsWith(".");
            if (!(file ? repository.has(source) : compose.volumes().contains(source))) {
                problems.add(container.name() + ": mounts " + source + ", which is not there");
            }
        }
    }

    private void checkHostPorts() {
        var taken = new HashSet<String>();
        compose.containers().values().stream()
                .flatMap(container -> container.ports().stream())
                .map(Container::hostPort)
                .filter(port -> !taken.add(port))
                .forEach(port -> problems.add("Two services publish " + port));
    }

    /** A service signs in as the user that the database server is made with. */
    private void checkCredentials() {
        for (Container container : compose.ours()) {
            var server = compose.containers().get(container.environment().getOrDefault("POSTGRES_HOST", ""));
            for (String variable : List.of("POSTGRES_USER", "POSTGRES_PASSWORD")) {
                if (server != null
                        && !server.environment()
                                .getOrDefault(variable, "")
                                .equals(container.environment().get(variable))) {
                    problems.add(container.name() + ": its " + variable + " is not that of " + server.name());
                }
            }
        }
    }
}
