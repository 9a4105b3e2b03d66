package io.asyncflow.gateway.server.live;

import io.asyncflow.gateway.server.message.Message;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Writes a socket's messages, as fast as its client takes them: what waits, waits here as one reply or at its operation.
 * Used on the socket's event loop only.
 */
final class SocketOutlet extends ChannelInboundHandlerAdapter {

    /** Who asks so much without reading what comes of it will not begin to. */
    private static final int MOST_REPLIES = 1000;

    private final Channel channel;
    private final long mostBytes;
    private final Queue<WebSocketFrame> replies = new ArrayDeque<>();
    private final Queue<Operation> ready = new ArrayDeque<>();
    private long waiting;

    /** @param mostBytes how much may wait, one reply aside, which may be as large as it has to be */
    SocketOutlet(Channel channel, long mostBytes) {
        this.channel = channel;
        this.mostBytes = mostBytes;
    }

    /** Answers at once what a client sent, ahead of the operations' responses; tells whether there is room for it. */
    boolean reply(Message message) {
        return reply(frame(message));
    }

    boolean reply(WebSocketFrame frame) {
        int size = frame.content().readableBytes();
        if (replies.size() == MOST_REPLIES || (waiting > 0 && waiting + size > mostBytes)) {
            frame.release();
            return false;
        }
        waiting += size;
        replies.add(frame);
        drain();
        return true;
    }

    /** Lets an operation write one message when its turn comes. */
    void ready(Operation operation) {
        ready.add(operation);
        drain();
    }

    /** Writes whether or not there is room. */
    void write(Message message) {
        write(frame(message));
    }

    void flush() {
        channel.flush();
    }

    void discard() {
        replies.forEach(WebSocketFrame::release);
        replies.clear();
        waiting = 0;
        ready.clear();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        drain();
        context.fireChannelWritabilityChanged();
    }

    private void drain() {
        boolean wrote = false;
        while (channel.isWritable() && writeOne()) {
            wrote = true;
        }
        if (wrote) {
            channel.flush();
        }
    }

    private boolean writeOne() {
        WebSocketFrame reply = replies.poll();
        if (reply != null) {
            waiting -= reply.content().readableBytes();
            write(reply);
            return true;
        }
        Operation operation = ready.poll();
        if (operation != null) {
            operation.write();
            return true;
        }
        return false;
    }

    /** When it fails, the channel closes, and that is heard of elsewhere. */
    private void write(WebSocketFrame frame) {
        channel.write(frame, channel.voidPromise());
    }

    private WebSocketFrame frame(Message message) {
        return new TextWebSocketFrame(message.write(channel.alloc()));
    }
}
