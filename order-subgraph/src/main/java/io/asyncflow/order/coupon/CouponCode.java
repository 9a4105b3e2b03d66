package io.asyncflow.order.coupon;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people type in to get a discount. Upper and lower case are the same. */
public record CouponCode(String text) {

    private static final int LONGEST = 40;
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Z0-9][A-Z0-9_-]{2," + (LONGEST - 1) + "}");

    /** What somebody has typed in, which need not be the code of any coupon. */
    public static CouponCode typed(String argument, String text) {
        return new CouponCode(Texts.required(argument, text, LONGEST).toUpperCase(Locale.ROOT));
    }

    /** A code to give out, or a {@link BadInput}. */
    public static CouponCode parse(String argument, String text) {
        CouponCode code = typed(argument, text);
        if (!WELL_FORMED.matcher(code.text).matches()) {
            throw new BadInput(argument, "must be 3 to " + LONGEST + " letters, digits, hyphens and underscores");
        }
        return code;
    }

    @Override
    public String toString() {
        return text;
    }
}
