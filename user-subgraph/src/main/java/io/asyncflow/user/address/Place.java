package io.asyncflow.user.address;

import org.jspecify.annotations.Nullable;

/**
 * What is written on a parcel.
 *
 * @param name who is to get it
 * @param region the state or province, where there are such
 * @param countryCode ISO 3166-1, two letters
 */
public record Place(
        String name,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String region,
        @Nullable String postalCode,
        String countryCode,
        @Nullable String phone) {}
