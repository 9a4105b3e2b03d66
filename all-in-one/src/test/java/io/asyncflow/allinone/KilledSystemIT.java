package io.asyncflow.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** kill -9 at any moment: the next start works, and whatever had been acknowledged is there. */
class KilledSystemIT {

    private static final int WRITERS = 4;
    private static final String EMAIL = "kept@example.com";
    private static final Pattern LINK = Pattern.compile("/account/verify\\?token=([\\w-]+)");

    @TempDir
    private Path folder;

    private RunningSystem system;

    @BeforeEach
    void prepare() {
        system = new RunningSystem(folder.resolve("data"));
    }

    @AfterEach
    void cleanUp() {
        system.close();
    }

    @Test
    void losesNothingThatWasAcknowledgedHoweverOftenItIsKilled() throws Exception {
        killDuringItsStart("PostgreSQL  ");
        killDuringItsStart("catalog  ");

        system.up();
        assertThat(demoProducts()).isGreaterThan(100);
        String token = openAccount();
        var carts = cartsAcknowledgedUntilKilled();

        system.up();
        requireKept(token, carts);
        system.kill();

        system.up();
        requireKept(token, carts);
        assertThat(system.stop()).as("exit code of a stop by signal").isEqualTo(143);
        assertThat(system.hasOrphans())
                .as("servers left behind by an orderly stop")
                .isFalse();
    }

    private void killDuringItsStart(String sign) {
        system.launch("up");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> system.output().contains(sign));
        system.kill();
    }

    private int demoProducts() {
        JsonNode catalog = system.query("catalog", "{ products(first: 1) { totalCount } }", Map.of());
        return catalog.path("products").path("totalCount").asInt();
    }

    /** As people do: they register, follow the link of a mail, and sign in. */
    private String openAccount() {
        var account = Map.of("email", EMAIL, "password", "correct horse battery");
        system.query("user", """
                mutation($input: CustomerInput!) {
                  customerCreate(input: $input) { verificationRequired userErrors { message } }
                }""", Map.of("input", account));
        var link = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> LINK.matcher(system.page("user", "/mail")), Matcher::find);
        system.query(
                "user",
                "mutation($token: String!) { emailVerify(token: $token) { user { id } userErrors { message } } }",
                Map.of("token", link.group(1)));
        JsonNode signedIn = system.query("user", """
                mutation($email: String!, $password: String!) {
                  customerAccessTokenCreate(email: $email, password: $password) { accessToken userErrors { message } }
                }""", account);
        return signedIn.path("customerAccessTokenCreate").path("accessToken").asString();
    }

    private ConcurrentLinkedQueue<String> cartsAcknowledgedUntilKilled() throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<String>();
        var killed = new AtomicBoolean();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> running = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(_ -> writers.submit(() -> createCarts(acknowledged, killed)))
                    .toList();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > 100);
            killed.set(true);
            system.kill();
            for (Future<?> writer : running) {
                writer.get();
            }
        }
        return acknowledged;
    }

    private void requireKept(String token, ConcurrentLinkedQueue<String> carts) {
        for (String cart : carts) {
            JsonNode found = system.query("order", "query($id: ID!) { cart(id: $id) { note } }", Map.of("id", cart));
            assertThat(found.path("cart").path("note").asString()).isEqualTo("kept");
        }
        JsonNode me = system.query("user", "{ me { email } }", Map.of(), "Authorization", "Bearer " + token);
        assertThat(me.path("me").path("email").asString())
                .as("account and signing key")
                .isEqualTo(EMAIL);
    }

    private void createCarts(ConcurrentLinkedQueue<String> acknowledged, AtomicBoolean killed) {
        try {
            while (true) {
                JsonNode answer = system.query(
                        "order",
                        "mutation { cartCreate(input: { note: \"kept\" }) { cart { id } userErrors { message } } }",
                        Map.of());
                acknowledged.add(
                        answer.path("cartCreate").path("cart").path("id").asString());
            }
        } catch (UncheckedIOException cut) {
            // The connection may break only through the kill.
            assertThat(killed).as("killed when the connection broke: " + cut).isTrue();
        }
    }
}
