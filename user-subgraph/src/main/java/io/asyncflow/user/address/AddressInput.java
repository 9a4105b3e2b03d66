package io.asyncflow.user.address;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Texts;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.InputCheck;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address as a client sent it. */
public record AddressInput(
        @Nullable String id,
        String name,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String region,
        @Nullable String postalCode,
        String countryCode,
        @Nullable String phone,
        @Nullable Boolean isDefault) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{4,28}[0-9]");
    private static final Pattern ANY_POSTAL_CODE = Pattern.compile("[A-Z0-9][A-Z0-9 -]{0,10}[A-Z0-9]");

    /** Where parcels go most, and none arrives without the right form. */
    private static final Map<String, Pattern> POSTAL_CODES = Map.of(
            "KR", Pattern.compile("\\d{5}"),
            "US", Pattern.compile("\\d{5}(-\\d{4})?"),
            "JP", Pattern.compile("\\d{3}-?\\d{4}"),
            "DE", Pattern.compile("\\d{5}"),
            "FR", Pattern.compile("\\d{5}"));

    List<UserError> problems() {
        return InputCheck.problemsIn(
                "input",
                this::existing,
                () -> text("name", name, 80),
                () -> text("line1", line1, 120),
                () -> optional("line2", line2, 120),
                () -> text("city", city, 80),
                () -> optional("region", region, 80),
                this::country,
                this::readPostalCode,
                this::readPhone);
    }

    @Nullable
    AddressId existing() {
        return id == null ? null : AddressId.parse("id", id);
    }

    Place place() {
        return new Place(
                text("name", name, 80),
                text("line1", line1, 120),
                optional("line2", line2, 120),
                text("city", city, 80),
                optional("region", region, 80),
                readPostalCode(),
                country(),
                readPhone());
    }

    private String country() {
        String code = countryCode.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            throw new BadInput("countryCode", "must be two letters of ISO 3166-1, such as KR");
        }
        return code;
    }

    private @Nullable String readPostalCode() {
        String code = optional("postalCode", postalCode, 12);
        Pattern form = POSTAL_CODES.getOrDefault(countryCode.strip().toUpperCase(Locale.ROOT), ANY_POSTAL_CODE);
        if (code == null) {
            if (form == ANY_POSTAL_CODE) {
                return null;
            }
            throw new BadInput("postalCode", "must not be left out in this country");
        }
        String upper = code.toUpperCase(Locale.ROOT);
        if (!form.matcher(upper).matches()) {
            throw new BadInput("postalCode", "is not one of this country");
        }
        return upper;
    }

    private @Nullable String readPhone() {
        String number = optional("phone", phone, 30);
        if (number != null && !PHONE.matcher(number).matches()) {
            throw new BadInput("phone", "must be a telephone number, such as +82 2 1234 5678");
        }
        return number;
    }

    private static String text(String argument, String text, int longest) {
        String stripped = Texts.required(argument, text, longest);
        if (CONTROL.matcher(stripped).find()) {
            throw new BadInput(argument, "must not contain control characters");
        }
        return stripped;
    }

    /** Blank is as good as nothing. */
    private static @Nullable String optional(String argument, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : text(argument, text, longest);
    }

    /** Where somebody lives is nobody's business. */
    @Override
    public String toString() {
        return "AddressInput[" + id + "]";
    }
}
