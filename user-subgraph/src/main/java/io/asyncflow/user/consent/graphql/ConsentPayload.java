package io.asyncflow.user.consent.graphql;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.consent.Consent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ConsentPayload} of the schema. */
record ConsentPayload(@Nullable List<Consent> consents, List<UserError> userErrors) {}
