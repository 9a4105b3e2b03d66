package io.asyncflow.gateway.server.http;

/** The defaults but for one section. */
final class SettingsForTests {

    private static final HttpSettings DEFAULT = HttpSettings.DEFAULT;

    private SettingsForTests() {}

    static HttpSettings with(CorsSettings cors) {
        return new HttpSettings(
                cors,
                DEFAULT.csrf(),
                DEFAULT.batching(),
                DEFAULT.compression(),
                DEFAULT.limits(),
                DEFAULT.streams(),
                null);
    }

    static HttpSettings with(CsrfSettings csrf) {
        return new HttpSettings(
                DEFAULT.cors(),
                csrf,
                DEFAULT.batching(),
                DEFAULT.compression(),
                DEFAULT.limits(),
                DEFAULT.streams(),
                null);
    }

    static HttpSettings with(BatchingSettings batching) {
        return new HttpSettings(
                DEFAULT.cors(),
                DEFAULT.csrf(),
                batching,
                DEFAULT.compression(),
                DEFAULT.limits(),
                DEFAULT.streams(),
                null);
    }

    static HttpSettings with(HttpLimitSettings limits) {
        return new HttpSettings(
                DEFAULT.cors(),
                DEFAULT.csrf(),
                DEFAULT.batching(),
                DEFAULT.compression(),
                limits,
                DEFAULT.streams(),
                null);
    }

    static HttpSettings with(StreamSettings streams) {
        return new HttpSettings(
                DEFAULT.cors(),
                DEFAULT.csrf(),
                DEFAULT.batching(),
                DEFAULT.compression(),
                DEFAULT.limits(),
                streams,
                null);
    }

    static HttpSettings withBrowserPage(String page) {
        return new HttpSettings(
                DEFAULT.cors(),
                DEFAULT.csrf(),
                DEFAULT.batching(),
                DEFAULT.compression(),
                DEFAULT.limits(),
                DEFAULT.streams(),
                page);
    }
}
