package io.asyncflow.user.address;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.personal.PersonalData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where an account's owner has had parcels sent to. */
@Component
class AddressData implements PersonalData {

    private final AddressTable addresses;

    AddressData(AddressTable addresses) {
        this.addresses = addresses;
    }

    @Override
    public String section() {
        return "addresses";
    }

    @Override
    public Mono<Map<String, Object>> export(UserId user) {
        return addresses.of(user).map(AddressData::content).collectList().map(list -> Map.of("addresses", list));
    }

    @Override
    public Mono<Void> erase(UserId user) {
        return addresses.removeAll(user);
    }

    private static Map<String, Object> content(Address address) {
        Place place = address.place();
        var content = new LinkedHashMap<String, Object>();
        content.put("id", address.id().toString());
        content.put("name", place.name());
        content.put("line1", place.line1());
        content.put("line2", Objects.requireNonNullElse(place.line2(), ""));
        content.put("city", place.city());
        content.put("region", Objects.requireNonNullElse(place.region(), ""));
        content.put("postalCode", Objects.requireNonNullElse(place.postalCode(), ""));
        content.put("countryCode", place.countryCode());
        content.put("phone", Objects.requireNonNullElse(place.phone(), ""));
        content.put("isDefault", address.isDefault());
        return content;
    }
}
