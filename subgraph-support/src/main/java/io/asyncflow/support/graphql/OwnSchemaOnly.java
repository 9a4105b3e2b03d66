package io.asyncflow.support.graphql;

import java.io.IOException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Keeps what DGS would add out of our schemas: it reads SDL from {@code META-INF/schema} of every library, whatever
 * {@code dgs.graphql.schema-locations} says, and its own brings error enums that no field of ours returns.
 */
final class OwnSchemaOnly implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String LIBRARIES = "classpath*:META-INF/schema/";

    @Override
    public void initialize(GenericApplicationContext context) {
        context.setResourceLoader(new PathMatchingResourcePatternResolver(context.getClassLoader()) {
            @Override
            public Resource[] getResources(String pattern) throws IOException {
                return pattern.startsWith(LIBRARIES) ? new Resource[0] : super.getResources(pattern);
            }
        });
    }
}
