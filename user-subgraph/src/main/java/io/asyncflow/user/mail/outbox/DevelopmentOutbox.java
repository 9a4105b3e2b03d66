package io.asyncflow.user.mail.outbox;

import io.asyncflow.user.mail.Mail;
import io.asyncflow.user.mail.Mailbox;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the newest mails in memory, to be looked at. */
@Component
@ConditionalOnProperty(name = "asyncflow.user.mail.delivery", havingValue = "outbox")
class DevelopmentOutbox implements Mailbox {

    private static final int MOST = 100;

    private final Deque<Mail> newestFirst = new ArrayDeque<>();

    @Override
    public Mono<Void> drop(Mail mail) {
        return Mono.fromRunnable(() -> keep(mail));
    }

    synchronized List<Mail> newestFirst() {
        return List.copyOf(newestFirst);
    }

    private synchronized void keep(Mail mail) {
        newestFirst.addFirst(mail);
        if (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
    }
}
