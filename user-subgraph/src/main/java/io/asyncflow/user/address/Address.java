package io.asyncflow.user.address;

/** Where somebody wants their parcels. */
public record Address(AddressId id, Place place, boolean isDefault) {}
