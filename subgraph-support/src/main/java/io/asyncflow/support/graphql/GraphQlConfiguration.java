package io.asyncflow.support.graphql;

import com.netflix.graphql.dgs.DgsFederationResolver;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.DataFetcherExceptionHandler;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.server.WebGraphQlInterceptor;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsProperties.class)
@Import(ScalarWiring.class)
public class GraphQlConfiguration {

    @Bean
    DataFetcherExceptionHandler faultHandler() {
        return new FaultHandler();
    }

    @Bean
    DgsFederationResolver entityObjects() {
        return new EntityObjects();
    }

    @Bean
    WebGraphQlInterceptor errorCodes() {
        return new ErrorCodes();
    }

    @Bean
    MaxQueryDepthInstrumentation depthLimit(LimitsProperties limits) {
        return new MaxQueryDepthInstrumentation(limits.maxDepth());
    }

    @Bean
    MaxQueryComplexityInstrumentation fieldLimit(LimitsProperties limits) {
        return new MaxQueryComplexityInstrumentation(limits.maxFields());
    }

    @Bean
    MaxQueryComplexityInstrumentation answerLimit(LimitsProperties limits) {
        return new MaxQueryComplexityInstrumentation(limits.maxValues(), new AnswerSize(limits.maxValues()));
    }
}
