package io.asyncflow.user.mail;

import reactor.core.publisher.Mono;

/** Takes nothing, because mail is off. */
final class ShutMailbox implements Mailbox {

    @Override
    public Mono<Void> drop(Mail mail) {
        return Mono.error(() -> new IllegalStateException(MailProperties.DELIVERY + " is off"));
    }
}
