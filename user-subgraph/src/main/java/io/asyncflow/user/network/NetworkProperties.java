package io.asyncflow.user.network;

import io.asyncflow.service.AddressRange;
import io.asyncflow.service.WrongSetting;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom we believe when they say where a request comes from.
 *
 * @param trustedProxies addresses and ranges of the gateways and proxies in front of us
 */
@ConfigurationProperties("asyncflow.user")
record NetworkProperties(
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> trustedProxies) {

    NetworkProperties {
        trustedProxies = List.copyOf(trustedProxies);
    }

    @SuppressWarnings("UnusedException") // the message says it all
    List<AddressRange> ranges() {
        try {
            return trustedProxies.stream()
                    .map(String::strip)
                    .map(AddressRange::parse)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            throw new WrongSetting(
                    "asyncflow.user.trusted-proxies", "must be network addresses or ranges, such as 10.0.0.0/8");
        }
    }
}
