package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.concurrent.Future;

/** A connection of HTTP/1.1: one exchange at a time. */
final class Http1Connection extends Connection {

    private final Lane lane;
    private final AnswerDecoder decoder = new AnswerDecoder();
    private final Answers answers = new Answers();
    private boolean used;
    private boolean kept;

    Http1Connection(Channel channel, Lane lane, ConnectionLimits limits) {
        super(channel, limits);
        this.lane = lane;
        channel.pipeline().addLast(new HttpRequestEncoder(), decoder, answers);
    }

    @Override
    Future<Connection> ready() {
        return lane.loop().newSucceededFuture(this);
    }

    @Override
    int capacity() {
        return 1;
    }

    @Override
    void carry(Exchange exchange) {
        answers.begin(exchange);
    }

    private final class Answers extends AnswerHandler {

        Answers() {
            super(limits().responseSize());
        }

        @Override
        Channel channel() {
            return Http1Connection.this.channel();
        }

        @Override
        boolean mayBeStale() {
            return used;
        }

        @Override
        void answered(HttpResponse head) {
            kept = HttpUtil.isKeepAlive(head);
            if (!used) {
                KeepAlive.read(head.headers()).ifPresent(Http1Connection.this::keptFor);
            }
            used = true;
        }

        @Override
        ChannelPromise sent() {
            return channel().voidPromise();
        }

        /** The connection goes with the exchange. */
        @Override
        void timedOut() {}

        @Override
        boolean hasSurplus() {
            return decoder.hasMore();
        }

        @Override
        void completed() {
            if (kept && !decoder.hasMore()) {
                lane.release(Http1Connection.this);
            } else {
                channel().close();
            }
        }
    }
}
