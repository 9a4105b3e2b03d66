package io.asyncflow.gateway.server.subgraph;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A subgraph that does to each of its connections, byte by byte, what a test wants. */
final class RawSubgraph implements AutoCloseable {

    static final String ANSWER = answer("{\"data\":{}}");

    /** What it does to a connection; afterwards the connection is closed. */
    @FunctionalInterface
    interface Script {

        /** @param number 1 for the first connection */
        void serve(Conversation conversation, int number) throws IOException;
    }

    private final ServerSocket server;
    private final Script script;
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    RawSubgraph(Script script) {
        this(InetAddress.getLoopbackAddress(), script);
    }

    RawSubgraph(InetAddress address, Script script) {
        this.script = script;
        try {
            server = new ServerSocket(0, 50, address);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    static String answer(String body) {
        return "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: " + body.length() + "\r\n\r\n"
                + body;
    }

    /** Answers one request after the other, until the other side closes. */
    static void answerAll(Conversation conversation, int number) throws IOException {
        while (true) {
            conversation.read();
            conversation.write(ANSWER);
        }
    }

    int connections() {
        return connections.get();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/graphql";
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                int number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket, number));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            script.serve(new Conversation(socket), number);
        } catch (IOException e) {
            // the other side went away
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** One connection. */
    static final class Conversation {

        private final Socket socket;
        private final InputStream in;

        Conversation(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        /** The next request, head and body; an exception where there is none. */
        String read() throws IOException {
            var head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("no more requests");
                }
                head.write(next);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            return text + new String(in.readNBytes(length(text)), StandardCharsets.UTF_8);
        }

        private static int length(String head) {
            String mark = "content-length: ";
            int at = head.toLowerCase(Locale.ROOT).indexOf(mark) + mark.length();
            return Integer.parseInt(head.substring(at, head.indexOf('\r', at)));
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** Returns once the other side has closed. */
        void awaitEnd() throws IOException {
            try {
                if (in.read() >= 0) {
                    throw new AssertionError("there is more");
                }
            } catch (SocketException e) {
                // a reset is an end as well
            }
        }
    }
}
