package io.asyncflow.gateway.server.subgraph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whom it finds at an address, and what it says where there is nobody. */
@Timeout(60)
class AddressesTest {

    private static final String ANSWER = "{\"data\":{}}";

    @AutoClose
    private Asking asking = new Asking(new Traffic());

    @Test
    void tellsThatNobodyListens() throws IOException {
        int port;
        try (var server = new ServerSocket(0)) {
            port = server.getLocalPort();
        }
        Asking.expectError(
                asking.query("http://127.0.0.1:" + port + "/"),
                "SUBGRAPH_UNREACHABLE",
                "The subgraph products could not be reached");
    }

    @Test
    void tellsThatThereIsNoSuchHost() {
        Asking.expectError(
                asking.query("http://products.invalid/"),
                "SUBGRAPH_UNREACHABLE",
                "The subgraph products could not be reached");
    }

    @Test
    void findsAHostByItsNameOnWhicheverAddressItListens() throws IOException {
        for (String address : List.of("127.0.0.1", "::1")) {
            try (var subgraph = new RawSubgraph(InetAddress.getByName(address), RawSubgraph::answerAll)) {
                Asking.expect(asking.query("http://localhost:" + subgraph.port() + "/"), ANSWER);
            }
        }
    }

    @Test
    void reachesAddressesOfBothKinds() throws IOException {
        try (var subgraph = new RawSubgraph(InetAddress.getByName("::1"), RawSubgraph::answerAll)) {
            Asking.expect(asking.query("http://[::1]:" + subgraph.port() + "/"), ANSWER);
        }
    }
}
