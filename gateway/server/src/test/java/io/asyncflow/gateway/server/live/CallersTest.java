package io.asyncflow.gateway.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.json.Json;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallersTest {

    @Test
    void doesNotLetTheFirstMessageSayWhereItsSenderIs() {
        var handshake = new DefaultHttpHeaders()
                .add("X-Forwarded-For", "198.51.100.1")
                .add("X-Forwarded-For", "10.0.0.2")
                .add("Authorization", "old");
        var proxy = InetAddress.ofLiteral("10.0.0.1");

        Caller caller = new Callers(List.of("headers", "x-forwarded-for")).of(handshake, proxy, Json.of("""
                        {"headers": {"X-Forwarded-For": "1.1.1.1", "Authorization": "new"}, "x-forwarded-for": "2.2.2.2"}"""));

        assertThat(caller.headers().get("x-forwarded-for")).containsExactly("198.51.100.1", "10.0.0.2");
        assertThat(caller.header("authorization")).isEqualTo("new");
        assertThat(caller.peer()).isEqualTo(proxy);
    }
}
