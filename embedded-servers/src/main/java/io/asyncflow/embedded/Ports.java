package io.asyncflow.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Loopback ports. */
public final class Ports {

    private static final int LOWEST = 10_000;
    private static final int LOWEST_OF_OUTGOING = 32_768;
    private static final int ATTEMPTS = 1000;

    private Ports() {}

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** The preferred port when nobody holds it, otherwise any free one. */
    public static int preferring(int preferred) {
        return isFree(preferred) ? preferred : anyFree();
    }

    /** One that no outgoing connection can take meanwhile: systems give those higher ones. */
    public static int anyFree() {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, LOWEST, LOWEST_OF_OUTGOING)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No free port found between " + LOWEST + " and " + LOWEST_OF_OUTGOING));
    }
}
