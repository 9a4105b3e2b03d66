package io.asyncflow.allinone.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.convert.DurationStyle;

/**
 * One service of compose.yaml.
 *
 * @param buildArguments empty for an image that comes from elsewhere
 * @param dependsOn the condition to wait for, by the other service's name
 * @param mounts what is mounted: {@code source:target[:mode]}
 */
record Container(
        String name,
        String dockerfile,
        Map<String, String> buildArguments,
        Map<String, String> environment,
        Map<String, String> dependsOn,
        List<String> ports,
        List<String> exposed,
        List<String> mounts,
        boolean checksHealth,
        Duration stopGracePeriod) {

    static Container of(String name, Map<String, Object> service) {
        var build = Yaml.map(service.get("build"));
        var dependsOn = new java.util.LinkedHashMap<String, String>();
        Yaml.map(service.get("depends_on"))
                .forEach((other, details) ->
                        dependsOn.put(other, String.valueOf(Yaml.map(details).get("condition"))));
        return new Container(
                name,
                String.valueOf(build.getOrDefault("dockerfile", "")),
                Yaml.texts(build.get("args")),
                Yaml.texts(service.get("environment")),
                dependsOn,
                Yaml.list(service.get("ports")),
                Yaml.list(service.get("expose")),
                Yaml.list(service.get("volumes")),
                service.containsKey("healthcheck"),
                DurationStyle.detectAndParse(String.valueOf(service.getOrDefault("stop_grace_period", "10s"))));
    }

    boolean builtHere() {
        return !dockerfile.isEmpty();
    }

    /** The port that it listens on, as others in the same network reach it. */
    boolean listensOn(String port) {
        return exposed.contains(port) || port.equals(buildArguments.get("PORT"));
    }

    /** The container's side of {@code [host:]port:port}. */
    static String containerPort(String published) {
        return published.substring(published.lastIndexOf(':') + 1);
    }

    /** What stands in front of the container's side. */
    static String hostPort(String published) {
        return published.substring(0, Math.max(published.lastIndexOf(':'), 0));
    }
}
