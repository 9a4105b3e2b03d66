package io.asyncflow.gateway.server.http;

import io.netty.channel.ChannelOutboundBuffer;
import org.jspecify.annotations.Nullable;

/** Tells from one look to the next whether a client reads what is sent to it. */
final class ClientReading {

    private long pending;
    private long progress;

    /** Whether it has read something since the look before, or there is nothing to read. */
    boolean goesOn(@Nullable ChannelOutboundBuffer buffer) {
        long pendingBefore = pending;
        long progressBefore = progress;
        pending = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        progress = buffer == null ? 0 : buffer.currentProgress();
        return pending == 0 || pending < pendingBefore || progress != progressBefore;
    }

    /** Whether there was something to read at the last look. */
    boolean isUnderWay() {
        return pending > 0;
    }
}
