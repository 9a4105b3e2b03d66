package io.asyncflow.gateway.server;

import io.asyncflow.service.Service;
import io.asyncflow.service.ServiceConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

/** The gateway. Until the engine lands it answers health, readiness and metrics, and serves no query. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({ServiceConfiguration.class, GatewayAutoConfigurations.class})
public class GatewayServer {

    public static final Service SERVICE = new Service("gateway", GatewayServer.class);

    public static void main(String[] arguments) {
        SERVICE.run(arguments);
    }
}
