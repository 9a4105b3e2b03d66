package io.asyncflow.gateway.server;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Takes Spring Boot's auto-configuration only for what the gateway is made of. In the one-process mode the subgraphs'
 * libraries are on its classpath too, and must not give it a database or a GraphQL server of theirs.
 */
final class GatewayAutoConfigurations extends AutoConfigurationImportSelector {

    private static final List<String> WANTED = Stream.of(
                    "actuate",
                    "autoconfigure",
                    "health",
                    "http.codec",
                    "jackson",
                    "micrometer",
                    "reactor",
                    "web",
                    "webflux")
            .map(part -> "org.springframework.boot." + part + ".")
            .toList();

    @Override
    protected List<String> getCandidateConfigurations(
            AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
        return super.getCandidateConfigurations(metadata, attributes).stream()
                .filter(name -> WANTED.stream().anyMatch(name::startsWith))
                .toList();
    }

    /** The subgraphs' libraries also ask, of every context, to leave out what is not even taken here. */
    @Override
    protected Set<String> getExclusions(AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
        return Set.of();
    }

    @Override
    protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
        return new AnnotationAttributes();
    }
}
