package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes a connection that failed; whoever uses it gets to know by that. */
class ConnectionFaults extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(ConnectionFaults.class);

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.debug("A connection to a subgraph failed", cause);
        context.close();
    }
}
