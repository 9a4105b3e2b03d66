package io.asyncflow.catalog.picture;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * What a picture is drawn from.
 *
 * @param title what it shows, for those who cannot see it
 * @param scene chooses what stands behind the thing, and how the thing stands in front of it
 */
public record Drawing(String title, Shape shape, Colour colour, int scene) {

    /** Width and height in pixels. */
    public static final int SIZE = 800;

    private static final int TOO_CLOSE = 110;
    private static final List<Colour> BACKDROPS = List.of(
            Colour.of("#efe7da"),
            Colour.of("#d9e4dc"),
            Colour.of("#d8dfec"),
            Colour.of("#f0d9cc"),
            Colour.of("#efe2b8"),
            Colour.of("#e2d5e6"),
            Colour.of("#cfe3e6"));
    private static final List<String> FURNISHINGS = List.of(
            "<circle cx='400' cy='400' r='320' fill='{tint}'/>",
            "<path d='M0 560h800v240H0z' fill='{tint}'/>",
            "<path d='M140 800V400a260 260 0 0 1 520 0v400z' fill='{tint}'/>",
            "<circle cx='610' cy='210' r='130' fill='{tint}'/><path d='M0 620c200-90 360-70 800 0v180H0z' fill='{tint}'/>",
            "<path d='M0 0h400L0 800zM800 800H400L800 0z' fill='{tint}'/>",
            "<rect x='90' y='90' width='620' height='620' rx='60' fill='{tint}'/>");

    public String svg() {
        Colour backdrop = backdrop();
        String furnishing = FURNISHINGS
                .get(pick(FURNISHINGS.size(), 7))
                .replace("{tint}", backdrop.mixed(Colour.WHITE, 0.4).toString());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%1$d" viewBox="0 0 800 800" role="img">
                <title>%2$s</title>
                <rect width="800" height="800" fill="%3$s"/>
                %4$s
                <g transform="rotate(%5$d 400 400)">
                %6$s</g>
                </svg>
                """.formatted(
                        SIZE, HtmlUtils.htmlEscape(title, "UTF-8"), backdrop, furnishing, tilt(), shape.in(colour));
    }

    /** The scene's own, or the next one that the thing can be told from. */
    private Colour backdrop() {
        int first = pick(BACKDROPS.size(), 1);
        for (int i = 0; i < BACKDROPS.size(); i++) {
            Colour candidate = BACKDROPS.get((first + i) % BACKDROPS.size());
            if (candidate.distance(colour) >= TOO_CLOSE) {
                return candidate;
            }
        }
        return BACKDROPS.get(first).mixed(Colour.BLACK, 0.3);
    }

    private int tilt() {
        return pick(7, 42) - 3;
    }

    private int pick(int choices, int step) {
        return Math.floorMod(scene / step, choices);
    }
}
