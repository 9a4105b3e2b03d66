package io.asyncflow.support.events;

import org.slf4j.Logger;

/** Something that goes on failing while something else is away: told once when it begins, and once when it is over. */
public final class Trouble {

    private final Logger log;
    private final String what;
    private volatile boolean on;

    public Trouble(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    public void is(Throwable failure) {
        if (!on) {
            on = true;
            log.warn("{}: {}", what, failure.toString());
        }
    }

    public void over() {
        if (on) {
            on = false;
            log.info("{}: over", what);
        }
    }
}
