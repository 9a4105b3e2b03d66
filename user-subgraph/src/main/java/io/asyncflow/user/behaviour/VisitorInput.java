package io.asyncflow.user.behaviour;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.user.consent.ConsentPurpose;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Somebody without an account, as their browser knows them. */
public record VisitorInput(String id, List<ConsentPurpose> consents) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    public VisitorInput {
        consents = List.copyOf(consents);
    }

    Actor actor() {
        if (!ID.matcher(id).matches()) {
            throw new BadInput("id", "must be 16 to 64 letters, digits, hyphens and underscores");
        }
        return new Actor("visitor_" + id, Set.copyOf(consents));
    }
}
