package io.asyncflow.catalog.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Text without markup. Reads each character once: patterns with backtracking would let hostile markup hold us up. */
public final class PlainText {

    private static final String ELLIPSIS = "…";
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Set<String> UNSEEN = Set.of("script", "style");
    /** Elements that stand within a line; all others part their text from what is around them. */
    private static final Set<String> INLINE =
            Set.of("a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "u");

    private final String html;
    private final StringBuilder seen = new StringBuilder();

    private PlainText(String html) {
        this.html = html;
    }

    /** What a reader sees of the markup, on one line. */
    public static String of(String html) {
        String bare = HtmlUtils.htmlUnescape(new PlainText(html).seen());
        return SPACE.matcher(bare).replaceAll(" ").strip();
    }

    /** At most so many characters, the last of which says that there was more. */
    public static String truncated(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length - 1)).stripTrailing() + ELLIPSIS;
    }

    private String seen() {
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            if (tag < 0) {
                tag = html.length();
            }
            seen.append(html, at, tag);
            at = tag < html.length() ? behindTag(tag) : tag;
        }
        return seen.toString();
    }

    private int behindTag(int tag) {
        if (html.startsWith("<!--", tag)) {
            return behind("-->", tag);
        }
        String name = name(tag);
        if (name.isEmpty() && !html.startsWith("</", tag)) {
            seen.append('<');
            return tag + 1;
        }
        seen.append(INLINE.contains(name) ? "" : " ");
        return UNSEEN.contains(name) && !html.startsWith("</", tag) ? atEndOf(name, tag) : behind(">", tag);
    }

    private String name(int tag) {
        int start = html.startsWith("</", tag) ? tag + 2 : tag + 1;
        int end = start;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private int atEndOf(String name, int tag) {
        int end = html.indexOf("</", tag);
        while (end >= 0 && !html.regionMatches(true, end + 2, name, 0, name.length())) {
            end = html.indexOf("</", end + 2);
        }
        return end < 0 ? html.length() : end;
    }

    private int behind(String mark, int from) {
        int found = html.indexOf(mark, from);
        return found < 0 ? html.length() : found + mark.length();
    }
}
