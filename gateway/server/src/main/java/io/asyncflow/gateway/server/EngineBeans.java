package io.asyncflow.gateway.server;

import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.executor.SubgraphClient;
import io.asyncflow.gateway.server.configuration.GatewayConfiguration;
import io.asyncflow.gateway.server.configuration.QueryPlanning;
import io.asyncflow.gateway.server.engine.EngineSettings;
import io.asyncflow.gateway.server.engine.Gateway;
import io.asyncflow.gateway.server.engine.GraphRecord;
import io.asyncflow.gateway.server.engine.ServedGraph;
import io.asyncflow.gateway.server.http.PersistedQueries;
import io.asyncflow.gateway.server.source.Sources;
import io.asyncflow.gateway.server.source.SupergraphSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/** What answers operations, and where its graph comes from. */
@Configuration(proxyBeanMethods = false)
class EngineBeans {

    private static final int WAITING_OPERATIONS = 10_000;

    /** What holds: the configuration that the command line names, or where there is none, the defaults. */
    @Bean
    Configured configured(ObjectProvider<GatewayConfiguration> given, Environment environment) {
        boolean production = Arrays.asList(environment.getActiveProfiles()).contains("production");
        return new Configured(given.getIfAvailable(() -> GatewayConfiguration.defaults(production)));
    }

    @Bean
    EngineSettings engineSettings(Configured configured) {
        GatewayConfiguration all = configured.configuration();
        QueryPlanning planning = all.supergraph().queryPlanning();
        return new EngineSettings(
                all.supergraph().introspection(),
                all.supergraph().deferSupport(),
                all.subscription().enabled(),
                all.exposeQueryPlan().enabled(),
                all.includeSubgraphErrors()::of,
                planning.cache().inMemory().limit(),
                planning.warmedUpQueries(),
                new LinkedHashSet<>(planning.overrideLabels()),
                all.limits().operations());
    }

    @Bean
    SupergraphHealth supergraphHealthIndicator() {
        return new SupergraphHealth();
    }

    @Bean
    ServedGraph servedGraph(EngineSettings settings, GraphRecord record) {
        return new ServedGraph(settings, record);
    }

    @Bean(destroyMethod = "dispose")
    Scheduler planning() {
        return Schedulers.newBoundedElastic(Runtime.getRuntime().availableProcessors(), WAITING_OPERATIONS, "planning");
    }

    @Bean
    GraphQLService graphQLService(
            ServedGraph served,
            SubgraphClient client,
            EngineSettings settings,
            Scheduler planning,
            Configured configured) {
        return new PersistedQueries(
                new Gateway(served, client, settings, planning),
                configured.configuration().apq());
    }

    @Bean
    SupergraphFeed supergraphFeed(Configured configured, ServedGraph served, HttpClient downloads) {
        SupergraphSource source = Sources.of(
                        configured.configuration().supergraph().source(), downloads)
                .orElseGet(PackagedGraph::source);
        return new SupergraphFeed(source, served);
    }

    @Bean
    HttpClient downloads(ReactorResourceFactory resources) {
        return HttpClient.create().runOn(resources.getLoopResources());
    }
}
