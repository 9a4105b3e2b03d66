package io.asyncflow.service;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.server.WebFilter;
import reactor.netty.resources.LoopResources;

/** The beans that every service has. */
@Configuration(proxyBeanMethods = false)
public class ServiceConfiguration {

    @Bean
    WebFilter requestContextFilter(@Value("${spring.application.name}") String service) {
        return new RequestContextFilter(service);
    }

    @Bean
    ErrorAttributes errorAttributes() {
        return new CodedErrors();
    }

    /** Event loops of its own: those that Spring shares by default die with the first service that closes. */
    @Bean
    ReactorResourceFactory reactorResourceFactory(@Value("${spring.application.name}") String service) {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResourcesSupplier(
                () -> LoopResources.create(service, Runtime.getRuntime().availableProcessors(), true));
        return resources;
    }
}
