package io.asyncflow.gateway.server.subgraph.transport;

import io.asyncflow.gateway.server.settings.HttpAddress;
import io.netty.util.AsciiString;

/**
 * Where a subgraph is reached.
 *
 * @param authority host and port as the subgraph is told them
 * @param path with the query
 */
public record Origin(boolean secure, String host, int port, AsciiString authority, String path) {

    /** Reads an absolute http or https URL; an {@link IllegalArgumentException} where it is none. */
    public static Origin of(String url) {
        HttpAddress address = HttpAddress.of(url);
        return new Origin(
                address.secure(),
                address.host(),
                address.port(),
                AsciiString.of(address.authority()),
                address.path() + address.query());
    }
}
