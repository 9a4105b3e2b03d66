package io.asyncflow.user;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** What is written to the logs before anything is masked. */
@RunningSubgraph
class SecretsIT {

    private static final String PASSWORD = "xyzzy-plugh-42";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.asyncflow");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @Autowired
    private HttpGraphQlTester graph;

    @BeforeEach
    void listen() {
        written.start();
        root.addAppender(written);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        ours.setLevel(null);
        root.detachAppender(written);
    }

    @Test
    void areInNoLogLine() {
        var visitor = new Visitor(graph);
        String email = Visitor.anyEmail();
        var registered = Visitor.SignedIn.of(visitor.register(email, PASSWORD), "customerCreate");
        visitor.refresh(registered.refreshToken());
        visitor.refresh(registered.refreshToken());
        visitor.register(email, PASSWORD);
        visitor.register("no address", PASSWORD);
        visitor.signIn(email, PASSWORD);
        visitor.signIn(email, PASSWORD + "?");
        visitor.signIn(email, PASSWORD + "\0");
        refused("mutation { customerAccessTokenCreate(email: 1, password: \"" + PASSWORD + "\") { accessToken } }");
        refused("mutation { customerAccessTokenCreate(password: \"" + PASSWORD + "\"");
        visitor.register(Map.of("email", List.of(), "password", List.of(PASSWORD)))
                .errors()
                .satisfy(errors -> assertThat(errors).isNotEmpty());

        LoggerFactory.getLogger("io.asyncflow.control").trace("heard");
        assertThat(written.list)
                .extracting(SecretsIT::text)
                .contains("heard")
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(PASSWORD)
                        .doesNotContain(registered.accessToken(), registered.refreshToken()));
    }

    private void refused(String document) {
        graph.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).isNotEmpty());
    }

    private static String text(ILoggingEvent event) {
        return event.getThrowableProxy() == null
                ? event.getFormattedMessage()
                : event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
    }
}
