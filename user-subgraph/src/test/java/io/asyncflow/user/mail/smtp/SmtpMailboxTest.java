package io.asyncflow.user.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.asyncflow.user.mail.Mail;
import io.asyncflow.user.mail.MailProperties;
import io.asyncflow.user.mail.MailProperties.Delivery;
import io.asyncflow.user.mail.MailProperties.Security;
import io.asyncflow.user.mail.MailProperties.Smtp;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Mail on its way to a real server. */
class SmtpMailboxTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Mail mail = new Mail(UUID.randomUUID(), "minji@example.com", "비밀번호를 새로 정해 주세요", "안녕하세요\n.\nBye\n");

    @BeforeEach
    void start() {
        server.setUser("shop@example.com", "shop", "secret");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void arrives() throws MessagingException, IOException {
        drop(new Smtp("127.0.0.1", server.getSmtp().getPort(), "", "", Security.NONE, TIMEOUT))
                .verifyComplete();
        assertThat(server.getReceivedMessages()).singleElement().satisfies(message -> {
            assertThat(message.getSubject()).isEqualTo(mail.subject());
            assertThat(message.getAllRecipients()[0]).hasToString("minji@example.com");
            assertThat(message.getFrom()[0]).hasToString("shop@example.com");
            assertThat(message.getHeader("Message-ID", null)).isEqualTo("<" + mail.id() + "@asyncflow>");
            assertThat(message.getContent().toString().replace("\r\n", "\n").strip())
                    .isEqualTo(mail.text().strip());
        });
    }

    @Test
    void arrivesFromSomebodyWhoSignsIn() {
        drop(new Smtp("127.0.0.1", server.getSmtp().getPort(), "shop", "secret", Security.NONE, TIMEOUT))
                .verifyComplete();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void isRefusedFromSomebodyWithAWrongPassword() {
        drop(new Smtp("127.0.0.1", server.getSmtp().getPort(), "shop", "wrong", Security.NONE, TIMEOUT))
                .verifyError(AuthenticationFailedException.class);
    }

    @Test
    void isNotSentInTheClearWhenTheServerHasNoTls() {
        drop(new Smtp("127.0.0.1", server.getSmtp().getPort(), "", "", Security.STARTTLS, TIMEOUT))
                .verifyError(MessagingException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void doesNotWaitForAServerThatSaysNothing() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            drop(new Smtp("127.0.0.1", silent.getLocalPort(), "", "", Security.NONE, TIMEOUT))
                    .expectErrorMatches(MessagingException.class::isInstance)
                    .verify(Duration.ofSeconds(10));
        }
    }

    private StepVerifier.LastStep drop(Smtp smtp) {
        var properties = new MailProperties(
                Delivery.SMTP, "shop@example.com", URI.create("http://shop.test"), TIMEOUT, 10, smtp);
        return StepVerifier.create(new SmtpMailbox(properties, Clock.systemUTC()).drop(mail));
    }
}
