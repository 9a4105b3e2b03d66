package io.asyncflow.user.mail;

import reactor.core.publisher.Mono;

/** Where mail is dropped to reach its reader. */
public interface Mailbox {

    Mono<Void> drop(Mail mail);
}
