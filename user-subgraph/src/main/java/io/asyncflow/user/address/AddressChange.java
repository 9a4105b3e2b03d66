package io.asyncflow.user.address;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How changing an address went: the address as it is now, if there is one, or why it is as it was. */
public record AddressChange(@Nullable Address address, List<UserError> userErrors) {

    static final AddressChange GONE = new AddressChange(null, List.of());

    public AddressChange {
        userErrors = List.copyOf(userErrors);
    }

    static AddressChange to(Address address) {
        return new AddressChange(address, List.of());
    }

    static AddressChange refused(ErrorCode code, String message, String... field) {
        return new AddressChange(null, List.of(UserError.of(code, message, field)));
    }
}
