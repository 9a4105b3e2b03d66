package io.asyncflow.user.mail.smtp;

import io.asyncflow.user.mail.Mail;
import io.asyncflow.user.mail.MailProperties;
import io.asyncflow.user.mail.MailProperties.Security;
import io.asyncflow.user.mail.MailProperties.Smtp;
import io.asyncflow.user.mail.Mailbox;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sends mail over SMTP (RFC 5321), on threads that may wait. */
@Component
@ConditionalOnProperty(name = "asyncflow.user.mail.delivery", havingValue = "smtp")
class SmtpMailbox implements Mailbox {

    private final Smtp server;
    private final String sender;
    private final Session session;
    private final Clock clock;

    SmtpMailbox(MailProperties properties, Clock clock) {
        this.server = properties.smtp();
        this.sender = properties.sender();
        this.session = Session.getInstance(settings(server));
        this.clock = clock;
    }

    @Override
    public Mono<Void> drop(Mail mail) {
        return Mono.<Void>fromCallable(() -> {
                    send(message(mail));
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void send(MimeMessage message) throws MessagingException {
        try (Transport transport = session.getTransport("smtp")) {
            if (server.username().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(server.username(), server.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        var message = new Identified(session, mail);
        message.setFrom(new InternetAddress(sender));
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.to()));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // Nobody shall answer with "I am on holiday".
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static Properties settings(Smtp server) {
        String timeout = Long.toString(server.timeout().toMillis());
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", server.host());
        settings.setProperty("mail.smtp.port", Integer.toString(server.port()));
        settings.setProperty("mail.smtp.connectiontimeout", timeout);
        settings.setProperty("mail.smtp.timeout", timeout);
        settings.setProperty("mail.smtp.writetimeout", timeout);
        settings.setProperty(
                "mail.smtp.auth", Boolean.toString(!server.username().isEmpty()));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // Required, not only used when offered: who is in between could withhold the offer.
        boolean startTls = server.security() == Security.STARTTLS;
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
        return settings;
    }

    /** The same letter has the same id at each attempt, so that a reader's mail program can tell. */
    private static final class Identified extends MimeMessage {

        private final Mail mail;

        Identified(Session session, Mail mail) {
            super(session);
            this.mail = mail;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + mail.id() + "@asyncflow>");
        }
    }
}
