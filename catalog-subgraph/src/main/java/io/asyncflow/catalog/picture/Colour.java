package io.asyncflow.catalog.picture;

import java.util.HexFormat;

/** A colour of the screen. */
public record Colour(int red, int green, int blue) {

    static final Colour BLACK = new Colour(0, 0, 0);
    static final Colour WHITE = new Colour(255, 255, 255);

    /** From {@code #rrggbb}. */
    public static Colour of(String hex) {
        int rgb = HexFormat.fromHexDigits(hex, 1, 7);
        return new Colour(rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff);
    }

    /** This colour with so much of the other, 0 to 1, in it. */
    Colour mixed(Colour other, double share) {
        return new Colour(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    /** How far apart two colours look; 0 is the same. */
    int distance(Colour other) {
        return Math.abs(red - other.red) + Math.abs(green - other.green) + Math.abs(blue - other.blue);
    }

    private static int mix(int own, int other, double share) {
        return (int) Math.round(own + (other - own) * share);
    }

    @Override
    public String toString() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
