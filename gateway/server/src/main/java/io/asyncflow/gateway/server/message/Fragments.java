package io.asyncflow.gateway.server.message;

import io.asyncflow.gateway.executor.json.Json;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayOutputStream;

/** Puts together a message that comes in several frames. That they come in the right order is the decoder's business. */
public final class Fragments {

    private final long mostBytes;
    private ByteArrayOutputStream before = new ByteArrayOutputStream(0);

    public Fragments(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    public boolean fits(ByteBuf content) {
        return before.size() + (long) content.readableBytes() <= mostBytes;
    }

    public void add(ByteBuf content) {
        before.writeBytes(ByteBufUtil.getBytes(content));
    }

    public Json end(ByteBuf content) {
        if (before.size() == 0) {
            return Json.of(ByteBufUtil.getBytes(content));
        }
        add(content);
        byte[] all = before.toByteArray();
        before = new ByteArrayOutputStream(0);
        return Json.of(all);
    }
}
