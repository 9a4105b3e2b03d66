package io.asyncflow.gateway.server.live;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a socket has to do later, on its event loop, unless it is gone by then. */
final class Timers {

    private final EventLoop loop;
    private final List<ScheduledFuture<?>> scheduled = new ArrayList<>();

    Timers(EventLoop loop) {
        this.loop = loop;
    }

    void after(Duration delay, Runnable task) {
        scheduled.add(loop.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Never, for an interval of nothing; and never twice in a row after a pause, as a fixed rate would have it. */
    void every(Duration interval, Runnable task) {
        if (interval.isPositive()) {
            long millis = interval.toMillis();
            scheduled.add(loop.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS));
        }
    }

    void cancel() {
        scheduled.forEach(timer -> timer.cancel(false));
        scheduled.clear();
    }
}
