package io.asyncflow.user.session;

import io.asyncflow.support.identity.SessionId;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** What all replicas remember of sessions, so that not every request asks the database. It may forget, and never fails. */
public interface SessionMemory {

    /** Whether the session is open; empty when that is not known. */
    Mono<Boolean> recall(SessionId session);

    /** The database has just said that the session is open. What {@link #closed} says beats it, whichever comes first. */
    Mono<Void> open(SessionId session);

    /** The sessions have ended, for good. */
    Mono<Void> closed(Collection<SessionId> sessions);
}
