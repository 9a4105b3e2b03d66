package io.asyncflow.gateway.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketOutletTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final SocketOutlet outlet = new SocketOutlet(channel, 1000);

    @BeforeEach
    void listen() {
        channel.pipeline().addLast(outlet);
    }

    @AfterEach
    void close() {
        outlet.discard();
        channel.finishAndReleaseAll();
    }

    @Test
    void holdsNoMoreBytesThanItMayForAClientThatDoesNotRead() {
        writable(false);

        assertThat(outlet.reply(frame(600))).isTrue();
        assertThat(outlet.reply(frame(400))).isTrue();
        var refused = frame(1);
        assertThat(outlet.reply(refused)).isFalse();
        assertThat(refused.refCnt()).isZero();
    }

    @Test
    void holdsOneReplyHoweverLargeItIs() {
        writable(false);

        assertThat(outlet.reply(frame(5000))).isTrue();
        assertThat(outlet.reply(frame(1))).isFalse();
    }

    @Test
    void hasRoomAgainWhenTheClientHasRead() {
        writable(false);
        outlet.reply(frame(1000));
        writable(true);
        writable(false);
        assertThat(outlet.reply(frame(1000))).isTrue();
    }

    private void writable(boolean writable) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
        channel.runPendingTasks();
    }

    private static TextWebSocketFrame frame(int size) {
        return new TextWebSocketFrame(Unpooled.wrappedBuffer(new byte[size]));
    }
}
