package io.asyncflow.gateway.server;

import io.asyncflow.gateway.server.configuration.CommandLine;
import io.asyncflow.gateway.server.configuration.GatewayConfiguration;
import io.asyncflow.gateway.server.configuration.ListenAddress;
import io.asyncflow.gateway.server.engine.ServedGraph;
import io.asyncflow.service.Service;
import io.asyncflow.service.ServiceConfiguration;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.GenericApplicationListener;

/** The gateway: one graph over HTTP and WebSocket, answered from its subgraphs. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({
    ServiceConfiguration.class,
    GatewayAutoConfigurations.class,
    EngineBeans.class,
    TransportBeans.class,
    SubgraphBeans.class,
    TelemetryBeans.class,
    StoppingBeans.class
})
public class GatewayServer {

    public static final Service SERVICE =
            new Service("gateway", GatewayServer.class, Service.LogContext.WHERE_NEEDED, List.of());

    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);
    private static final int WRONG_USAGE = 2;

    public static void main(String[] arguments) {
        switch (CommandLine.read(List.of(arguments), Path.of("").toAbsolutePath(), System::getenv)) {
            case CommandLine.Print(String text) -> System.out.print(text);
            case CommandLine.Refused(String message) -> {
                System.err.println("commerce: " + message);
                System.exit(WRONG_USAGE);
            }
            case CommandLine.Serve(GatewayConfiguration configuration) -> serve(configuration);
        }
    }

    private static void serve(GatewayConfiguration configuration) {
        ListenAddress address = configuration.supergraph().listenAddress();
        boolean measured =
                configuration.telemetry().exporters().metrics().prometheus().enabled();
        SERVICE.with(context -> prepare(context, configuration))
                .run(
                        "--server.address=" + address.host(),
                        "--server.port=" + address.port(),
                        "--management.endpoint.prometheus.access=" + (measured ? "read-only" : "none"));
    }

    private static void prepare(ConfigurableApplicationContext context, GatewayConfiguration configuration) {
        context.getBeanFactory().registerSingleton("gatewayConfiguration", configuration);
        context.addApplicationListener(GenericApplicationListener.forEventType(
                ApplicationReadyEvent.class, _ -> sayWhere(context, configuration)));
    }

    private static void sayWhere(ConfigurableApplicationContext context, GatewayConfiguration configuration) {
        LOG.info(
                "{} at {}",
                context.getBean(ServedGraph.class).isReady() ? "Ready" : "Without a graph yet, but listening",
                Front.of(configuration, context.getEnvironment()));
    }
}
