package io.asyncflow.user.partner;

import io.asyncflow.support.errors.Texts;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.account.EmailAddress;
import java.util.List;

/** Who a partner is, as an administrator sent it. */
public record PartnerInput(String name, String contactEmail, RatePlan ratePlan) {

    private static final int LONGEST_NAME = 80;

    public List<UserError> problems() {
        return InputCheck.problemsIn("input", this::tidyName, this::contact);
    }

    String tidyName() {
        return Texts.required("name", name, LONGEST_NAME);
    }

    EmailAddress contact() {
        return EmailAddress.parse("contactEmail", contactEmail);
    }
}
