package io.asyncflow.user.address.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.user.account.graphql.Owner;
import io.asyncflow.user.address.Address;
import io.asyncflow.user.address.AddressChange;
import io.asyncflow.user.address.AddressInput;
import io.asyncflow.user.address.Addresses;
import io.asyncflow.user.address.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The addresses of whoever is signed in. */
@DgsComponent
public class AddressFetchers {

    /** {@code Address} of the schema. */
    public record AddressNode(
            String id,
            String name,
            String line1,
            @Nullable String line2,
            String city,
            @Nullable String region,
            @Nullable String postalCode,
            String countryCode,
            @Nullable String phone,
            boolean isDefault) {

        static AddressNode of(Address address) {
            Place place = address.place();
            return new AddressNode(
                    address.id().toString(),
                    place.name(),
                    place.line1(),
                    place.line2(),
                    place.city(),
                    place.region(),
                    place.postalCode(),
                    place.countryCode(),
                    place.phone(),
                    address.isDefault());
        }
    }

    /** {@code AddressPayload} of the schema. */
    public record AddressPayload(@Nullable AddressNode address, List<UserError> userErrors) {

        static AddressPayload of(AddressChange change) {
            Address address = change.address();
            return new AddressPayload(address == null ? null : AddressNode.of(address), change.userErrors());
        }
    }

    private final Addresses addresses;

    AddressFetchers(Addresses addresses) {
        this.addresses = addresses;
    }

    @DgsData(parentType = "User", field = "addresses")
    public Mono<List<AddressNode>> addresses(DgsDataFetchingEnvironment environment) {
        return Owner.of(environment)
                .flatMap(owner -> addresses.of(owner.id()).map(AddressNode::of).collectList());
    }

    @DgsData(parentType = "User", field = "defaultAddress")
    public Mono<AddressNode> defaultAddress(DgsDataFetchingEnvironment environment) {
        return Owner.of(environment)
                .flatMap(owner ->
                        addresses.of(owner.id()).filter(Address::isDefault).next())
                .map(AddressNode::of);
    }

    @DgsMutation
    public Mono<AddressPayload> addressUpsert(@InputArgument AddressInput input) {
        return Viewer.signedIn()
                .flatMap(viewer -> addresses.upsert(viewer.id(), input))
                .map(AddressPayload::of);
    }

    @DgsMutation
    public Mono<AddressPayload> addressDelete(@InputArgument String id) {
        return Viewer.signedIn()
                .flatMap(viewer -> addresses.delete(viewer.id(), id))
                .map(AddressPayload::of);
    }

    @DgsMutation
    public Mono<AddressPayload> defaultAddressSet(@InputArgument String id) {
        return Viewer.signedIn()
                .flatMap(viewer -> addresses.setDefault(viewer.id(), id))
                .map(AddressPayload::of);
    }
}
