package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.GraphQLService;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

/** The endpoint on a socket of its own, and ways of talking to it. */
final class Gateway implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final GraphQLEndpoint endpoint;
    private final DisposableServer server;

    private Gateway(GraphQLService service, HttpSettings settings) {
        endpoint = new GraphQLEndpoint("gateway", service, settings);
        var routes = new GraphQLRoutes(endpoint, null, GraphQLRoutes.PATHS);
        HttpServer http = HttpServer.create().port(0).protocol(HttpProtocol.HTTP11, HttpProtocol.H2C);
        server = new ConnectionLimits(settings.limits())
                .limit(http)
                .route(all -> routes.apply(all)
                        .route(_ -> true, (_, response) -> response.status(404).send()))
                .bindNow();
    }

    static Gateway with(GraphQLService service) {
        return new Gateway(service, HttpSettings.DEFAULT);
    }

    static Gateway with(GraphQLService service, HttpSettings settings) {
        return new Gateway(service, settings);
    }

    GraphQLEndpoint endpoint() {
        return endpoint;
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder at(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + pathAndQuery))
                .timeout(Duration.ofSeconds(10));
    }

    HttpRequest.Builder post(String body) {
        return at("/graphql")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        return send(HTTP, request, body);
    }

    static <T> HttpResponse<T> send(HttpClient client, HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException | InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }

    /** A POST as it is on the wire. */
    static String request(String body) {
        return "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.body()).startsWith("{\"errors\":[{\"message\":").contains("\"code\":\"" + code + "\"");
        assertThat(response.statusCode()).isEqualTo(status);
    }

    /** A client that can break every rule. */
    Wire open() {
        return new Wire(port());
    }

    @Override
    public void close() {
        endpoint.close();
        server.disposeNow(Duration.ofSeconds(5));
    }

    /** A bare connection. */
    static final class Wire implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;

        Wire(int port) {
            try {
                socket = new Socket("localhost", port);
                socket.setSoTimeout(10_000);
                in = new BufferedInputStream(socket.getInputStream());
            } catch (IOException fault) {
                throw new AssertionError(fault);
            }
        }

        Wire write(String text) {
            return write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        Wire write(byte[] bytes) {
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
                return this;
            } catch (IOException fault) {
                throw new AssertionError(fault);
            }
        }

        /** All that comes until this text has come. */
        String readUntil(String text) {
            var read = new StringBuilder();
            try {
                while (read.indexOf(text, read.length() - text.length()) < 0) {
                    int next = in.read();
                    if (next < 0) {
                        throw new AssertionError("Closed before [" + text + "], after: " + read);
                    }
                    read.append((char) next);
                }
            } catch (IOException fault) {
                throw new AssertionError("Waited in vain for [" + text + "], after: " + read, fault);
            }
            return read.toString();
        }

        char read() {
            try {
                int next = in.read();
                assertThat(next).as("closed").isNotNegative();
                return (char) next;
            } catch (IOException fault) {
                throw new AssertionError(fault);
            }
        }

        /** All that comes until the other side closes the connection, be it without reading what was sent to it. */
        String readAll() {
            var read = new StringBuilder();
            try {
                for (int next = in.read(); next >= 0; next = in.read()) {
                    read.append((char) next);
                }
            } catch (SocketTimeoutException open) {
                throw new AssertionError("It was not closed, after: " + read, open);
            } catch (IOException reset) {
                return read.toString();
            }
            return read.toString();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException fault) {
                throw new AssertionError(fault);
            }
        }
    }
}
