package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text that is put together of pieces of JSON. */
final class Bytes {

    private final ByteArrayOutputStream bytes;

    Bytes(int expected) {
        bytes = new ByteArrayOutputStream(expected);
    }

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Bytes add(String text) {
        bytes.writeBytes(of(text));
        return this;
    }

    Bytes add(byte[] text) {
        bytes.writeBytes(text);
        return this;
    }

    Bytes add(Json json) {
        bytes.write(json.bytes(), json.from(), json.length());
        return this;
    }

    /** An object without the bracket that closes it, so that more fields can follow. */
    Bytes addOpen(Json object) {
        int end = object.to() - 1;
        while (object.bytes()[end] != '}') {
            end--;
        }
        bytes.write(object.bytes(), object.from(), end - object.from());
        return this;
    }

    /** JSON without line breaks: those can only stand between its values, and would end a line of an event. */
    Bytes addInOneLine(Json json) {
        int from = json.from();
        for (int i = from; i < json.to(); i++) {
            byte next = json.bytes()[i];
            if (next == '\n' || next == '\r') {
                bytes.write(json.bytes(), from, i - from);
                bytes.write(' ');
                from = i + 1;
            }
        }
        bytes.write(json.bytes(), from, json.to() - from);
        return this;
    }

    byte[] toArray() {
        return bytes.toByteArray();
    }

    Json toJson() {
        return Json.of(bytes.toByteArray());
    }
}
