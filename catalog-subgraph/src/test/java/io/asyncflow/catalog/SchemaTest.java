package io.asyncflow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.DescribedNode;
import graphql.language.Description;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SDLDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SDL is the handbook of those who use the graph. */
class SchemaTest {

    private record Place(String name, @Nullable Description description) {}

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "product", "collection", "content"})
    void explainsEveryTypeFieldArgumentAndValue(String file) throws IOException {
        List<Place> places = definitions(file).flatMap(SchemaTest::places).toList();

        assertThat(places).hasSizeGreaterThan(10);
        assertThat(places).filteredOn(place -> place.description() == null).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "product", "collection", "content"})
    void answersInEnglishUnlessAskedOtherwise(String file) throws IOException {
        assertThat(definitions(file)
                        .flatMap(definition -> fields(definition).stream())
                        .flatMap(field -> field.getInputValueDefinitions().stream())
                        .filter(argument -> argument.getName().equals("language")))
                .isNotEmpty()
                .allSatisfy(argument ->
                        assertThat(argument.getDefaultValue()).asString().contains("EN"));
    }

    @SuppressWarnings("rawtypes")
    private static Stream<SDLDefinition> definitions(String file) throws IOException {
        String path = "/schema/catalog/" + file + ".graphqls";
        try (var stream = Objects.requireNonNull(SchemaTest.class.getResourceAsStream(path), path)) {
            String sdl = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Parser().parseDocument(sdl).getDefinitionsOfType(SDLDefinition.class).stream();
        }
    }

    private static Stream<Place> places(SDLDefinition<?> definition) {
        Stream<Place> fields = fields(definition).stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(new Place(field.getName(), field.getDescription())),
                        field.getInputValueDefinitions().stream()
                                .map(argument -> new Place(
                                        field.getName() + "." + argument.getName(), argument.getDescription()))));
        Stream<Place> values = switch (definition) {
            case EnumTypeDefinition type ->
                type.getEnumValueDefinitions().stream()
                        .map(value -> new Place(type.getName() + "." + value.getName(), value.getDescription()));
            case InputObjectTypeDefinition type ->
                type.getInputValueDefinitions().stream()
                        .map(field -> new Place(type.getName() + "." + field.getName(), field.getDescription()));
            default -> Stream.empty();
        };
        return Stream.of(own(definition), fields, values).flatMap(stream -> stream);
    }

    /** An extension is explained where its type is. */
    private static Stream<Place> own(SDLDefinition<?> definition) {
        return definition instanceof ObjectTypeExtensionDefinition || !(definition instanceof DescribedNode<?> type)
                ? Stream.empty()
                : Stream.of(new Place(definition.toString(), type.getDescription()));
    }

    private static List<FieldDefinition> fields(SDLDefinition<?> definition) {
        return definition instanceof ObjectTypeDefinition type ? type.getFieldDefinitions() : List.of();
    }
}
