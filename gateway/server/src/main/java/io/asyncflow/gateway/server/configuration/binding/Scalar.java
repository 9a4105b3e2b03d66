package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.server.settings.Durations;
import io.asyncflow.gateway.server.settings.Sizes;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A setting that is a single value. */
enum Scalar implements Shape {
    FLAG("true or false", Set.of(Tag.BOOL), Scalar::flag),
    INTEGER("a whole number", Set.of(Tag.INT), text -> Integer.decode(unpadded(text))),
    LONG("a whole number", Set.of(Tag.INT), text -> Long.decode(unpadded(text))),
    DECIMAL("a number", Set.of(Tag.INT, Tag.FLOAT), Scalar::decimal),
    TEXT("text", Set.of(Tag.STR, Tag.BOOL, Tag.INT, Tag.FLOAT), text -> text),
    DURATION("a duration such as 500ms, 10s or 5m", Set.of(Tag.STR, Tag.INT), Durations::parse),
    SIZE("a size such as 512KB or 2MB", Set.of(Tag.STR, Tag.INT), Sizes::parse);

    private final String noun;
    private final Set<Tag> tags;
    private final Function<String, Object> parser;

    Scalar(String noun, Set<Tag> tags, Function<String, Object> parser) {
        this.noun = noun;
        this.tags = tags;
        this.parser = parser;
    }

    /** What it must be, as a sentence goes on behind "must be". */
    String noun() {
        return noun;
    }

    /** Whether YAML's own reading of a value fits; what stands in quotes is text. */
    boolean accepts(Tag tag) {
        return tags.contains(tag);
    }

    /** The value; an {@link IllegalArgumentException} where the text is none. */
    Object parse(String text) {
        return parser.apply(text);
    }

    /** Zeros in front make no octal number of it: who writes 010 means ten. */
    private static String unpadded(String text) {
        return text.replaceFirst("^([-+]?)0+(?=\\d)", "$1");
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static double decimal(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }
}
