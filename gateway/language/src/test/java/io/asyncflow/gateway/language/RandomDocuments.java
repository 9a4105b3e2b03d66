package io.asyncflow.gateway.language;

import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents that use every corner of the grammar, the same for the same seed. */
final class RandomDocuments {

    private static final List<String> NAMES =
            List.of("a", "B", "_c", "type", "query", "on", "extend", "implements", "repeatable", "x1");
    private static final List<String> PIECES = List.of(
            "a", " ", "  ", "\n", "\n\n", "\t", "\"", "\"\"\"", "\\", "\r", "\u0000", "\u007f", "é", "😀", "#", "b c",
            "\\u0041");

    private final Random random;

    RandomDocuments(long seed) {
        random = new Random(seed);
    }

    Document next() {
        return new Document(some(1, 4, this::definition));
    }

    private Definition definition() {
        boolean extension = chance(3);
        return switch (random.nextInt(9)) {
            case 0 -> operation();
            case 1 ->
                new FragmentDefinition(
                        other("on"), name(), directives(false), some(1, 3, () -> selection(3)), Position.NONE);
            case 2 -> schema(extension);
            case 3 ->
                new DirectiveDefinition(
                        text(),
                        name(),
                        some(0, 2, this::inputValue),
                        chance(2),
                        List.of("FIELD", "OBJECT"),
                        Position.NONE);
            case 4 ->
                new ScalarDefinition(
                        description(extension),
                        name(),
                        some(extension ? 1 : 0, 2, this::constantDirective),
                        extension,
                        Position.NONE);
            case 5 ->
                new ObjectDefinition(
                        description(extension),
                        name(),
                        names(0),
                        directives(true),
                        some(1, 3, this::field),
                        extension,
                        Position.NONE);
            case 6 ->
                new InterfaceDefinition(
                        description(extension),
                        name(),
                        names(1),
                        directives(true),
                        some(0, 2, this::field),
                        extension,
                        Position.NONE);
            case 7 ->
                chance(2)
                        ? new UnionDefinition(
                                description(extension), name(), directives(true), names(1), extension, Position.NONE)
                        : new EnumDefinition(
                                description(extension),
                                name(),
                                directives(true),
                                some(1, 3, this::enumValue),
                                extension,
                                Position.NONE);
            default ->
                new InputDefinition(
                        description(extension),
                        name(),
                        directives(true),
                        some(1, 3, this::inputValue),
                        extension,
                        Position.NONE);
        };
    }

    private Definition operation() {
        OperationType type = OperationType.values()[random.nextInt(3)];
        return new OperationDefinition(
                type,
                chance(3) ? null : name(),
                some(0, 2, this::variable),
                directives(false),
                some(1, 3, () -> selection(3)),
                Position.NONE);
    }

    private Definition schema(boolean extension) {
        Map<OperationType, String> roots = new EnumMap<>(OperationType.class);
        roots.put(OperationType.values()[random.nextInt(3)], name());
        return new SchemaDefinition(description(extension), directives(true), roots, extension, Position.NONE);
    }

    private VariableDefinition variable() {
        return new VariableDefinition(
                name(), type(3), chance(2) ? null : value(3, true), directives(true), Position.NONE);
    }

    private FieldDefinition field() {
        return new FieldDefinition(
                text(), name(), some(0, 3, this::inputValue), type(3), directives(true), Position.NONE);
    }

    private InputValueDefinition inputValue() {
        return new InputValueDefinition(
                text(), name(), type(3), chance(2) ? null : value(3, true), directives(true), Position.NONE);
    }

    private EnumValueDefinition enumValue() {
        return new EnumValueDefinition(text(), name(), directives(true), Position.NONE);
    }

    private Selection selection(int depth) {
        List<Selection> inner = depth == 0 ? List.of() : some(0, 2, () -> selection(depth - 1));
        return switch (random.nextInt(4)) {
            case 0 -> new Selection.FragmentSpread(other("on"), directives(false), Position.NONE);
            case 1 ->
                inner.isEmpty()
                        ? selectedField(inner)
                        : new Selection.InlineFragment(
                                chance(2) ? null : name(), directives(false), inner, Position.NONE);
            default -> selectedField(inner);
        };
    }

    private Selection selectedField(List<Selection> inner) {
        return new Selection.Field(
                chance(3) ? name() : null, name(), arguments(false), directives(false), inner, Position.NONE);
    }

    private List<Directive> directives(boolean constant) {
        return some(0, 2, () -> new Directive(name(), arguments(constant), Position.NONE));
    }

    private Directive constantDirective() {
        return new Directive(name(), arguments(true), Position.NONE);
    }

    private List<Argument> arguments(boolean constant) {
        return some(0, 2, () -> new Argument(name(), value(3, constant), Position.NONE));
    }

    private Value value(int depth, boolean constant) {
        return switch (random.nextInt(depth == 0 ? 7 : 9)) {
            case 0 -> new Value.IntValue(String.valueOf(random.nextInt()));
            case 1 -> new Value.FloatValue(random.nextInt(99) + ".5e-3");
            case 2 -> new Value.StringValue(string());
            case 3 -> new Value.BooleanValue(chance(2));
            case 4 -> new Value.NullValue();
            case 5 -> new Value.EnumValue(name());
            case 6 -> constant ? new Value.NullValue() : new Value.VariableValue(name());
            case 7 -> new Value.ListValue(some(0, 3, () -> value(depth - 1, constant)));
            default -> object(depth, constant);
        };
    }

    private Value object(int depth, boolean constant) {
        Map<String, Value> fields = new LinkedHashMap<>();
        names(0).forEach(name -> fields.put(name, value(depth - 1, constant)));
        return new Value.ObjectValue(fields);
    }

    private TypeRef type(int depth) {
        TypeRef type = depth == 0 || chance(2) ? TypeRef.named(name()) : new TypeRef.ListType(type(depth - 1));
        return chance(2) ? type : new TypeRef.NonNullType(type);
    }

    private @Nullable String description(boolean extension) {
        return extension ? null : text();
    }

    private @Nullable String text() {
        return chance(2) ? null : string();
    }

    private String string() {
        return String.join("", some(0, 9, () -> PIECES.get(random.nextInt(PIECES.size()))));
    }

    private List<String> names(int least) {
        return some(least, 3, this::name).stream().distinct().toList();
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private String other(String than) {
        String name = name();
        return name.equals(than) ? other(than) : name;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> List<T> some(int least, int most, Supplier<T> item) {
        return Stream.generate(item)
                .limit(least + random.nextInt(most - least + 1))
                .toList();
    }
}
