package io.asyncflow.gateway.server.message;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A message of {@code graphql-transport-ws}.
 *
 * @param id the operation's, as a JSON string just as its sender wrote it; null for what is about the connection
 * @param payload JSON, or null
 */
public record Message(
        MessageType type, @Nullable Json id, @Nullable Json payload) {

    /** The protocol's name in handshakes. */
    public static final String SUBPROTOCOL = "graphql-transport-ws";

    /** What stands around the type, the id and the payload, at most. */
    private static final int FRAME = 64;

    public static Message of(MessageType type) {
        return new Message(type, null, null);
    }

    /** Fails with {@link MalformedMessage} for anything that the protocol does not know. */
    public static Message read(Json text) {
        JsonObject object = JsonObject.read(text);
        Json name = object.string("type");
        if (name == null) {
            throw new MalformedMessage("A message needs a 'type'");
        }
        MessageType type = MessageType.named(JsonValues.text(name));
        if (type == null) {
            throw new MalformedMessage("No such message type");
        }
        return new Message(type, type.bearsId() ? id(object, type) : null, payload(object, type));
    }

    /** The id as text, which is what ids are told apart by. */
    public String operation() {
        return id == null ? "" : JsonValues.text(id);
    }

    public ByteBuf write(ByteBufAllocator allocator) {
        int size = FRAME + (id == null ? 0 : id.length()) + (payload == null ? 0 : payload.length());
        ByteBuf out = allocator.buffer(size);
        append(out, "{\"type\":\"" + type.text() + '"');
        if (id != null) {
            append(out, ",\"id\":");
            out.writeBytes(id.bytes(), id.from(), id.length());
        }
        if (payload != null) {
            append(out, ",\"payload\":");
            out.writeBytes(payload.bytes(), payload.from(), payload.length());
        }
        return out.writeByte('}');
    }

    private static Json id(JsonObject object, MessageType type) {
        Json id = object.string("id");
        if (id == null || id.length() == 2) {
            throw new MalformedMessage("A message of type '" + type.text() + "' needs an 'id'");
        }
        return id;
    }

    private static @Nullable Json payload(JsonObject object, MessageType type) {
        return switch (type) {
            case CONNECTION_INIT, CONNECTION_ACK, PING, PONG -> object.object("payload");
            case SUBSCRIBE, NEXT -> required(object.object("payload"), type);
            case ERROR -> errors(required(object.get("payload"), type));
            case COMPLETE -> null;
        };
    }

    private static Json required(@Nullable Json payload, MessageType type) {
        if (payload == null) {
            throw new MalformedMessage("A message of type '" + type.text() + "' needs a 'payload'");
        }
        return payload;
    }

    private static Json errors(Json payload) {
        if (!JsonObject.isArray(payload)) {
            throw new MalformedMessage("The 'payload' of an error has to be an array");
        }
        return payload;
    }

    private static void append(ByteBuf out, String text) {
        out.writeCharSequence(text, StandardCharsets.US_ASCII);
    }
}
