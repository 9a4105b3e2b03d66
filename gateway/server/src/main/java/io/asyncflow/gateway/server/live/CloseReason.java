package io.asyncflow.gateway.server.live;

import java.nio.charset.StandardCharsets;

/**
 * Why we close a client's socket, as its close frame says it.
 *
 * @param text at most 123 bytes: a close frame has no room for more
 */
record CloseReason(int code, String text) {

    static final CloseReason GOING_AWAY = new CloseReason(1001, "Going away");
    static final CloseReason RESERVED_BITS = new CloseReason(1002, "Reserved bits are set");
    static final CloseReason NOT_UTF_8 = new CloseReason(1007, "Not UTF-8");
    static final CloseReason NOT_READING = new CloseReason(1008, "Too many replies wait to be read");
    static final CloseReason TOO_LARGE = new CloseReason(1009, "Message too large");
    static final CloseReason FAULT = new CloseReason(4500, "Internal server error");
    static final CloseReason UNAUTHORIZED = new CloseReason(4401, "Unauthorized");
    static final CloseReason OTHER_SUBPROTOCOL = new CloseReason(4406, "Subprotocol not acceptable");
    static final CloseReason NO_INIT = new CloseReason(4408, "Connection initialisation timeout");
    static final CloseReason SECOND_INIT = new CloseReason(4429, "Too many initialisation requests");
    /** As the reference implementation says it of a peer that is silent; clients take it as a reason to connect again. */
    static final CloseReason SILENT = new CloseReason(4499, "Terminated");

    private static final int ROOM = 123;

    CloseReason {
        text = fitting(text, ROOM);
    }

    static CloseReason invalid(String why) {
        return new CloseReason(4400, why);
    }

    static CloseReason taken(String operation) {
        String end = " already exists";
        String begin = "Subscriber for ";
        return new CloseReason(4409, begin + fitting(operation, ROOM - begin.length() - end.length()) + end);
    }

    private static String fitting(String text, int room) {
        String fitting = text;
        while (fitting.getBytes(StandardCharsets.UTF_8).length > room) {
            fitting = fitting.substring(0, fitting.offsetByCodePoints(Math.min(fitting.length(), room), -1));
        }
        return fitting;
    }
}
