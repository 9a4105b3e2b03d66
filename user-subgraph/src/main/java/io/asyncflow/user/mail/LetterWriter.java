package io.asyncflow.user.mail;

import reactor.core.publisher.Mono;

/** Puts letters into words. */
public interface LetterWriter {

    /** Empty when there is nothing to be told any more. May be asked again for the same letter. */
    Mono<Mail> write(Letter letter);
}
