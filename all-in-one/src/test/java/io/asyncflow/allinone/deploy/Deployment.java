package io.asyncflow.allinone.deploy;

import java.util.List;
import java.util.stream.Stream;

/** All that says how the distributed mode is put together, as texts, so that a test can spoil one of them. */
record Deployment(
        Repository repository,
        String compose,
        String dockerfile,
        String ignored,
        String healthScript,
        String databases) {

    static final String COMPOSE = "compose.yaml";
    static final String DOCKERFILE = "deploy/Dockerfile";
    static final String IGNORED = ".dockerignore";
    static final String HEALTH_SCRIPT = "deploy/is-ready";
    static final String DATABASES = "deploy/postgres/create-databases.sql";

    static Deployment of(Repository repository) {
        return new Deployment(
                repository,
                repository.read(COMPOSE),
                repository.read(DOCKERFILE),
                repository.read(IGNORED),
                repository.read(HEALTH_SCRIPT),
                repository.read(DATABASES));
    }

    /** A copy in which one piece of text, which must be there, is another. */
    Deployment with(String file, String piece, String other) {
        return new Deployment(
                repository,
                spoilt(file.equals(COMPOSE), compose, piece, other),
                spoilt(file.equals(DOCKERFILE), dockerfile, piece, other),
                spoilt(file.equals(IGNORED), ignored, piece, other),
                spoilt(file.equals(HEALTH_SCRIPT), healthScript, piece, other),
                spoilt(file.equals(DATABASES), databases, piece, other));
    }

    private static String spoilt(boolean wanted, String text, String piece, String other) {
        if (wanted && !text.contains(piece)) {
            throw new IllegalArgumentException("'" + piece + "' is not in the text to spoil");
        }
        return wanted ? text.replace(piece, other) : text;
    }

    ComposeFile composeFile() {
        return ComposeFile.parse(compose);
    }

    ImageRecipe image() {
        return ImageRecipe.parse(dockerfile);
    }

    /** Everything that names something which does not exist, each in a sentence. */
    List<String> problems() {
        return Stream.of(
                        new ImageRules(this).problems(),
                        new EnvironmentRules(this).problems(),
                        new WiringRules(this).problems(),
                        new DatabaseRules(this).problems())
                .flatMap(List::stream)
                .toList();
    }
}
