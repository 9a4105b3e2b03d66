package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

class TlsTest {

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "changeit";
    private static final String UNREACHABLE = "The subgraph products could not be reached";
    private static final String ANSWER = "{\"data\":" + Asking.BODY + "}";

    @TempDir
    private static Path directory;

    private static Path store;

    @AutoClose
    private final Asking asking = new Asking(new Traffic());

    @AutoClose
    private final Asking http2 = new Asking(new Traffic().http2());

    /** A certificate for localhost alone. */
    @BeforeAll
    static void issue() throws IOException, InterruptedException {
        store = directory.resolve("store.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                "subgraph",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString());
        Process keytool = new ProcessBuilder(command).inheritIO().start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    @AfterEach
    void trustAsBefore() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE + "Password");
    }

    @Test
    void asksWhomTheJdkTrusts() throws Exception {
        trust();
        try (var subgraph = serving(HttpProtocol.HTTP11)) {
            Asking.expect(asking.query(subgraph.securely("localhost")), ANSWER);
        }
    }

    @Test
    void agreesOnHttp2() throws Exception {
        trust();
        try (var subgraph = serving(HttpProtocol.H2)) {
            Asking.expect(http2.query(subgraph.securely("localhost")), ANSWER);
        }
    }

    @Test
    void doesNotAskWhereNoHttp2IsSpoken() throws Exception {
        trust();
        try (var subgraph = serving(HttpProtocol.HTTP11)) {
            Asking.expectError(http2.query(subgraph.securely("localhost")), "SUBGRAPH_UNREACHABLE", UNREACHABLE);
            assertThat(subgraph.asked()).isEmpty();
        }
    }

    @Test
    void asksNobodyUnderAnotherName() throws Exception {
        trust();
        try (var subgraph = serving(HttpProtocol.HTTP11)) {
            Asking.expectError(asking.query(subgraph.securely("127.0.0.1")), "SUBGRAPH_UNREACHABLE", UNREACHABLE);
            assertThat(subgraph.asked()).isEmpty();
        }
    }

    @Test
    void asksNobodyWhoIsNotTrusted() {
        try (var subgraph = serving(HttpProtocol.HTTP11)) {
            Asking.expectError(asking.query(subgraph.securely("localhost")), "SUBGRAPH_UNREACHABLE", UNREACHABLE);
            assertThat(subgraph.asked()).isEmpty();
        }
    }

    private static FakeSubgraph serving(HttpProtocol protocol) {
        return FakeSubgraph.shaped(
                server -> secure(server.protocol(protocol), protocol),
                (asked, response) -> FakeSubgraph.json(response, "{\"data\":" + asked.body() + "}"));
    }

    private static HttpServer secure(HttpServer server, HttpProtocol protocol) {
        KeyManagerFactory keys = keys();
        return server.secure(ssl -> ssl.sslContext(
                protocol == HttpProtocol.H2
                        ? Http2SslContextSpec.forServer(keys)
                        : Http11SslContextSpec.forServer(keys)));
    }

    private static KeyManagerFactory keys() {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(load(store), PASSWORD.toCharArray());
            return factory;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A store that trusts the certificate, and has no key. */
    private static void trust() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("subgraph", load(store).getCertificate("subgraph"));
        Path file = directory.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        System.setProperty(TRUST_STORE, file.toString());
        System.setProperty(TRUST_STORE + "Password", PASSWORD);
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return keys;
        }
    }
}
