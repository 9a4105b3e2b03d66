package io.asyncflow.user.account;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Texts;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address in the one form that we compare and store: lower case, the domain as DNS knows it. */
public record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+" + LABEL);

    /** What IDNA 2003 writes as something else, and IDNA 2008 as itself: such a domain is two (RFC 5894, section 7.2). */
    private static final Pattern DEVIATING = Pattern.compile("[\u00DF\u03C2\u200C\u200D]");

    /** What a client sent, in our form, or a {@link BadInput}. */
    public static EmailAddress parse(String argument, String input) {
        String given = Texts.required(argument, input, LONGEST);
        int at = given.lastIndexOf('@');
        String localPart = given.substring(0, Math.max(at, 0));
        String domain = ascii(given.substring(at + 1));
        String text = (localPart + '@' + domain).toLowerCase(Locale.ROOT);
        if (localPart.length() > LONGEST_LOCAL_PART
                || text.length() > LONGEST
                || !LOCAL_PART.matcher(localPart).matches()
                || !DOMAIN.matcher(domain).matches()) {
            throw new BadInput(argument, "must look like name@example.com");
        }
        return new EmailAddress(text);
    }

    /** The domain as DNS knows it, {@code xn--3e0b707e.kr} for instance; empty when it cannot be one, or could be two. */
    private static String ascii(String domain) {
        if (DEVIATING.matcher(domain).find()) {
            return "";
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
