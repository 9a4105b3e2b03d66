package io.asyncflow.support.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code schema/events}: each type has a schema, a sample, and a published copy that it only adds to. */
class PublishedSchemasTest {

    private static final Path FOLDER = Path.of("../schema/events");
    private static final String SCHEMA = ".schema.json";

    @Test
    void areThere() throws IOException {
        assertThat(types()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void describeAnEventAndItsSample(String type) throws IOException {
        assertThatCode(() -> new EventType<>(type, Object.class)).doesNotThrowAnyException();
        JsonNode schema = json(FOLDER.resolve(type + SCHEMA));
        assertThat(schema.path("title").asString("")).as("the title of " + type).isNotBlank();
        assertThat(schema.path("type").asString(""))
                .as("what " + type + " carries")
                .isEqualTo("object");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(json(FOLDER.resolve(type + ".sample.json"))))
                .as("what is wrong with the sample of " + type)
                .isEmpty();
        new EventSchemas().require(type, Files.readString(FOLDER.resolve(type + ".sample.json")));
    }

    /** {@code -Dgolden=update} publishes what only adds. */
    @ParameterizedTest
    @MethodSource("types")
    void onlyAddToWhatIsPublished(String type) throws IOException {
        Path current = FOLDER.resolve(type + SCHEMA);
        Path published = FOLDER.resolve("published").resolve(type + SCHEMA);
        if (Files.exists(published)) {
            assertThat(Evolution.breaks(json(published), json(current)))
                    .as("what the new schema of " + type + " breaks; a change that does not only add is a new type")
                    .isEmpty();
        }
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(published.getParent());
            Files.writeString(published, Files.readString(current));
        }
        assertThat(published)
                .as("the published copy of %s; -Dgolden=update writes it", type)
                .exists()
                .hasSameTextualContentAs(current);
    }

    @Test
    void areNeverTakenBack() throws IOException {
        assertThat(types()).containsAll(types(FOLDER.resolve("published")));
    }

    static List<String> types() throws IOException {
        return types(FOLDER);
    }

    private static List<String> types(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SCHEMA))
                    .map(name -> name.substring(0, name.length() - SCHEMA.length()))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }
}
