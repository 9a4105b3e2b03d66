package io.asyncflow.gateway.server.telemetry;

/** How clients send operations. */
public enum Transport {
    HTTP("http"),
    WEBSOCKET("websocket");

    private final String tag;

    Transport(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
