package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.executor.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads events out of a stream that comes in pieces, as the HTML standard interprets event streams. */
final class EventStreamReader {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final long mostBytes;
    private final Faults faults;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private ByteArrayOutputStream data = new ByteArrayOutputStream();
    private String name = "";
    private boolean first = true;
    private boolean afterReturn;

    EventStreamReader(long mostBytes, Faults faults) {
        this.mostBytes = mostBytes;
        this.faults = faults;
    }

    /** The events that end in this piece. */
    List<ServerSentEvent> read(byte[] piece) {
        List<ServerSentEvent> events = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] == '\n' && afterReturn) {
                from = i + 1;
            } else if (piece[i] == '\n' || piece[i] == '\r') {
                line.write(piece, from, i - from);
                from = i + 1;
                endLine(events);
            }
            afterReturn = piece[i] == '\r';
        }
        line.write(piece, from, piece.length - from);
        checkSize();
        return events;
    }

    private void checkSize() {
        if (line.size() + (long) data.size() > mostBytes) {
            throw faults.tooLarge();
        }
    }

    private void endLine(List<ServerSentEvent> events) {
        checkSize();
        byte[] bytes = line.toByteArray();
        line.reset();
        int start = first && startsWithMark(bytes) ? MARK.length : 0;
        first = false;
        if (bytes.length == start) {
            dispatch(events);
        } else {
            field(bytes, start);
        }
    }

    private void dispatch(List<ServerSentEvent> events) {
        if (data.size() > 0 || !name.isEmpty()) {
            byte[] bytes = data.toByteArray();
            events.add(new ServerSentEvent(name, new Json(bytes, 0, Math.max(0, bytes.length - 1))));
        }
        data = new ByteArrayOutputStream();
        name = "";
    }

    private void field(byte[] bytes, int start) {
        int colon = start;
        while (colon < bytes.length && bytes[colon] != ':') {
            colon++;
        }
        int value = Math.min(bytes.length, colon + 1);
        if (value < bytes.length && bytes[value] == ' ') {
            value++;
        }
        switch (new String(bytes, start, colon - start, StandardCharsets.UTF_8)) {
            case "event" -> name = new String(bytes, value, bytes.length - value, StandardCharsets.UTF_8);
            case "data" -> {
                data.write(bytes, value, bytes.length - value);
                data.write('\n');
            }
            default -> {}
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= MARK.length && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2];
    }
}
