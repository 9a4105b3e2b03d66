package io.asyncflow.gateway.server.configuration.binding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A YAML text that is bound onto a record: names in snake case, environment expanded, everything that is wrong reported
 * at once as a {@link WrongConfiguration}.
 *
 * @param name what its errors call it
 */
public record YamlFile(String name, String text) {

    private static final int LONGEST = 1024 * 1024;
    private static final int MOST_ALIASES = 50;

    /** Reads the file, which must be UTF-8 and no longer than 1 MB. */
    public static YamlFile read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new WrongConfiguration(file + " is a folder, not a file");
            }
            if (Files.size(file) > LONGEST) {
                throw new WrongConfiguration(file + " is larger than 1MB");
            }
            return new YamlFile(file.toString(), decode(file, Files.readAllBytes(file)));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String decode(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new WrongConfiguration(file + " is not UTF-8 text");
        }
    }

    private static WrongConfiguration unreadable(Path file, IOException e) {
        if (!Files.exists(file)) {
            return new WrongConfiguration("there is no file " + file);
        }
        String reason = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
        return new WrongConfiguration(file + " cannot be read: " + reason);
    }

    /**
     * The record that the text describes.
     *
     * @param defaults what holds for the names that the text does not give
     * @param environment the value of a variable, or null where it is not set
     */
    public <T extends Record> T bind(T defaults, Function<String, @Nullable String> environment) {
        Node node = compose().orElse(null);
        if (node == null) {
            return defaults;
        }
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) defaults.getClass();
        var problems = new Problems(name);
        Object bound = new Binder(problems, new Expansion(environment))
                .bind(node, ShapeReader.section(type), defaults, Place.ROOT);
        problems.throwIfAny();
        return Objects.requireNonNull(type.cast(bound), "what is not bound has a problem");
    }

    private Optional<Node> compose() {
        try {
            return new Compose(settings()).composeString(text);
        } catch (MarkedYamlEngineException e) {
            String message = "this is not YAML: " + e.getProblem();
            throw wrong(Problem.at(name, e.getProblemMark().orElse(null), message));
        } catch (YamlEngineException e) {
            throw wrong(new Problem(name, 1, 1, "this is not YAML: " + e.getMessage()));
        } catch (StackOverflowError _) {
            throw wrong(new Problem(name, 1, 1, "this is nested too deep"));
        }
    }

    private LoadSettings settings() {
        return LoadSettings.builder()
                .setLabel(name)
                .setSchema(new CoreSchema())
                .setCodePointLimit(LONGEST)
                .setAllowNonScalarKeys(true)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .build();
    }

    private static WrongConfiguration wrong(Problem problem) {
        return new WrongConfiguration(List.of(problem));
    }
}
