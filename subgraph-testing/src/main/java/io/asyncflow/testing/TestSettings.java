package io.asyncflow.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Points a {@link SubgraphTest} to the test servers, a database of its own, and the test tokens' key. */
final class TestSettings implements ContextCustomizerFactory {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        boolean fresh = AnnotatedElementUtils.hasAnnotation(testClass, FreshDatabase.class);
        return new Settings(fresh ? testClass.getName() : "shared");
    }

    /** Equal settings share a running subgraph. */
    private record Settings(String owner) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            String database =
                    "test_" + Long.toString(System.currentTimeMillis(), 36) + "_" + DATABASES.incrementAndGet();
            TestServers.postgres().createDatabase(database);
            Map<String, Object> settings = new HashMap<>(TestServers.postgres().settings());
            settings.put("REDIS_URL", TestServers.redisUrl());
            settings.put("asyncflow.postgres.database", database);
            settings.put("asyncflow.identity.issuer", TestTokens.ISSUER);
            settings.put("asyncflow.identity.jwks", TestTokens.publicKeys());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-settings", settings));
        }
    }
}
