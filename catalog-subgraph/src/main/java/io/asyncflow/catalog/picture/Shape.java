package io.asyncflow.catalog.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An outline that many pictures share. Its file holds SVG in which the colours are still open. */
public enum Shape {
    MUG,
    LAMP,
    BAG,
    SHIRT,
    CANDLE,
    NOTEBOOK,
    POT,
    PLANT,
    CUSHION,
    HEADPHONES,
    TENT,
    POUCH;

    private volatile @Nullable String outline;

    String in(Colour colour) {
        return outline()
                .replace("{main}", colour.toString())
                .replace("{dark}", colour.mixed(Colour.BLACK, 0.28).toString())
                .replace("{light}", colour.mixed(Colour.WHITE, 0.45).toString());
    }

    /** Read when first needed: most starts need none of them. */
    private String outline() {
        String read = outline;
        if (read == null) {
            read = read();
            outline = read;
        }
        return read;
    }

    private String read() {
        String file = "/drawings/" + name().toLowerCase(Locale.ROOT) + ".svg";
        try (var stream = Objects.requireNonNull(Shape.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
