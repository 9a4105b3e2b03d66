import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.file.Files;
import java.nio.file.Path;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** The least that an answer costs on Reactor Netty: it reads the request and sends bytes that it has. */
void main(String[] arguments) throws Exception {
    ByteBuf answer = Unpooled.unreleasableBuffer(Unpooled.directBuffer().writeBytes(Files.readAllBytes(Path.of(arguments[1]))));
    HttpServer.create()
            .host("127.0.0.1")
            .port(Integer.parseInt(arguments[0]))
            .route(routes -> routes.post("/graphql", (request, response) -> request.receive()
                    .then(Mono.defer(() -> response.header("Content-Type", "application/json")
                            .header("Content-Length", String.valueOf(answer.readableBytes()))
                            .sendObject(Mono.just(answer.duplicate()))
                            .then()))))
            .bindNow()
            .onDispose()
            .block();
}
