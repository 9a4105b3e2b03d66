package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.planner.validation.Spelling;
import io.asyncflow.gateway.server.configuration.binding.Shape.Choice;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Binds single values; each method gives null where the value is wrong and has been reported. */
final class ScalarBinder {

    private final Problems problems;
    private final Expansion expansion;

    ScalarBinder(Problems problems, Expansion expansion) {
        this.problems = problems;
        this.expansion = expansion;
    }

    @Nullable
    Object bind(Node node, Scalar scalar, Place place) {
        return bind(node, place, scalar.noun(), scalar::accepts, text -> parse(text, scalar));
    }

    @Nullable
    Object bind(Node node, Choice choice, Place place) {
        String noun = "one of " + String.join(", ", choice.words());
        return bind(node, place, noun, tag -> !tag.equals(Tag.NULL), text -> choose(text, choice, noun));
    }

    private @Nullable Object bind(
            Node node, Place place, String noun, Function<Tag, Boolean> accepted, Function<String, Object> reading) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(node, place + " must be " + noun + ", not " + Written.as(node));
            return null;
        }
        String text = scalar.getValue();
        // What comes from the environment is text, and means what text of that form means.
        if (!Expansion.isIn(text) && !accepted.apply(scalar.getTag())) {
            problems.add(node, place + " must be " + noun + ", not " + typed(scalar));
            return null;
        }
        try {
            return reading.apply(expansion.expand(text));
        } catch (IllegalArgumentException e) {
            problems.add(node, place + " " + e.getMessage());
            return null;
        }
    }

    private static Object parse(String text, Scalar scalar) {
        try {
            return scalar.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be " + scalar.noun() + ", not " + Written.quoted(text), e);
        }
    }

    private static Object choose(String text, Choice choice, String noun) {
        Enum<?> constant = choice.constants().get(text);
        if (constant == null) {
            throw new IllegalArgumentException("must be " + noun + ", not " + Written.quoted(text) + "."
                    + Spelling.suggestion(text, choice.words()));
        }
        return constant;
    }

    private static String typed(ScalarNode scalar) {
        boolean text = scalar.getTag().equals(Tag.STR);
        return scalar.isPlain() || !text ? Written.as(scalar) : "the text " + Written.as(scalar);
    }
}
