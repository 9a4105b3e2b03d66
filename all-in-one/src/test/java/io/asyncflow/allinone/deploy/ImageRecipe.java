package io.asyncflow.allinone.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a Dockerfile says. */
record ImageRecipe(List<Instruction> instructions) {

    record Instruction(String name, String value) {}

    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    static ImageRecipe parse(String text) {
        var instructions = new ArrayList<Instruction>();
        text.replace("\\\n", " ")
                .lines()
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2))
                .forEach(parts -> instructions.add(new Instruction(parts[0], parts.length > 1 ? parts[1] : "")));
        return new ImageRecipe(instructions);
    }

    private Stream<String> values(String instruction) {
        return instructions.stream()
                .filter(line -> line.name().equals(instruction))
                .map(Instruction::value);
    }

    /** Build arguments without a default of their own. */
    List<String> arguments() {
        return values("ARG").filter(value -> !value.contains("=")).toList();
    }

    /** The image's environment, build arguments put in. */
    Map<String, String> environment(Map<String, String> arguments) {
        var environment = new LinkedHashMap<String, String>();
        values("ENV").map(value -> value.split("=", 2)).forEach(pair -> {
            String value = pair[1];
            for (var argument : arguments.entrySet()) {
                value = value.replace("$" + argument.getKey(), argument.getValue());
            }
            environment.put(pair[0], value);
        });
        return environment;
    }

    List<String> entrypoint() {
        return values("ENTRYPOINT").findFirst().map(ImageRecipe::words).orElse(List.of());
    }

    /** The command that says whether a container is healthy. */
    List<String> healthCheck() {
        return values("HEALTHCHECK")
                .filter(value -> value.contains("CMD "))
                .map(value -> words(value.substring(value.indexOf("CMD ") + "CMD ".length())))
                .findFirst()
                .orElse(List.of());
    }

    /** What is copied out of the checkout, and where to. */
    Map<String, String> copies() {
        var copies = new LinkedHashMap<String, String>();
        values("COPY")
                .filter(value -> !value.startsWith("--from="))
                .map(value -> value.split("\\s+"))
                .forEach(words -> copies.put(words[0], words[1]));
        return copies;
    }

    /** The script of the checkout that the health check runs. */
    Optional<String> healthScript() {
        return healthCheck().stream()
                .findFirst()
                .flatMap(command -> copies().entrySet().stream()
                        .filter(copy -> copy.getValue().endsWith("/" + command))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private static List<String> words(String json) {
        return Objects.requireNonNull(JsonMapper.shared().readValue(json, WORDS));
    }
}
