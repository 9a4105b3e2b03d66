package io.asyncflow.catalog.demo;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.asyncflow.catalog.text.Localized;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files that the demo data is written in. */
final class DemoFiles {

    private static final List<String> CATEGORIES = List.of(
            "mugs",
            "lighting",
            "bags",
            "tops",
            "candles",
            "stationery",
            "kitchen",
            "plants",
            "bedding",
            "audio",
            "outdoor",
            "tea");

    /** In the files, a text is a list of two: English, Korean. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface Pair {}

    private final JsonMapper mapper = JsonMapper.builder()
            .addMixIn(Localized.class, Pair.class)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));

    Vocabulary vocabulary() {
        return read("vocabulary", Vocabulary.class);
    }

    Content content() {
        return read("content", Content.class);
    }

    List<Category> categories() {
        return CATEGORIES.stream().map(name -> read(name, Category.class)).toList();
    }

    private <T> T read(String name, Class<T> type) {
        String file = "/demo/" + name + ".yml";
        try (var stream = Objects.requireNonNull(DemoFiles.class.getResourceAsStream(file), file)) {
            return mapper.convertValue(yaml.load(stream), type);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
