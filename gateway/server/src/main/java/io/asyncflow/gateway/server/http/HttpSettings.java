package io.asyncflow.gateway.server.http;

import org.jspecify.annotations.Nullable;

/**
 * All that {@link GraphQLEndpoint} is set up with.
 *
 * @param browserPage where a browser is sent that opens the address of the graph, or null
 */
public record HttpSettings(
        CorsSettings cors,
        CsrfSettings csrf,
        BatchingSettings batching,
        CompressionSettings compression,
        HttpLimitSettings limits,
        StreamSettings streams,
        @Nullable String browserPage) {

    public static final HttpSettings DEFAULT = new HttpSettings(
            CorsSettings.DEFAULT,
            CsrfSettings.DEFAULT,
            BatchingSettings.DEFAULT,
            CompressionSettings.DEFAULT,
            HttpLimitSettings.DEFAULT,
            StreamSettings.DEFAULT,
            null);
}
