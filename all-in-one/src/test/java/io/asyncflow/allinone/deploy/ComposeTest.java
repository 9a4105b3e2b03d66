package io.asyncflow.allinone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** compose.yaml and deploy/ name only what the code has. What they would say wrongly is told by name. */
class ComposeTest {

    private static final Deployment DEPLOYMENT = Deployment.of(Repository.here());

    @Test
    void namesOnlyWhatExists() {
        assertThat(DEPLOYMENT.problems()).isEmpty();
    }

    @Test
    void looksAtEveryService() {
        assertThat(DEPLOYMENT.repository().services())
                .extracting(Module::folder)
                .contains("catalog-subgraph", "order-subgraph", "user-subgraph", "ai-subgraph", "gateway/server");
        assertThat(DEPLOYMENT.composeFile().containers())
                .containsKeys("catalog", "order", "user", "ai", "gateway", "postgres", "redis", "kafka");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            compose.yaml | SERVICE: ai-subgraph | SERVICE: mind-subgraph | ai: no module that starts a service is mind-subgraph
            compose.yaml | SERVICE: ai-subgraph | SERVICE: mind-subgraph | No container is built from ai-subgraph
            compose.yaml | PORT: 4001 | PORT: 4009 | catalog: catalog-subgraph does not listen on 4009
            compose.yaml | 127.0.0.1:4001:4001 | 127.0.0.1:4001:4009 | catalog: publishes 127.0.0.1:4001:4009, but listens on 4001
            compose.yaml | 127.0.0.1:4001:4001 | 127.0.0.1:4002:4001 | Two services publish 127.0.0.1:4002
            compose.yaml | ', PORT: 4000' | '' | gateway: the build lacks PORT
            compose.yaml | 'PORT: 4000}' | 'PORT: 4000, JDK: 25}' | gateway: the Dockerfile takes no JDK
            compose.yaml | deploy/Dockerfile | deploy/Containerfile | catalog: there is no deploy/Containerfile
            compose.yaml | 'stop_grace_period: 30s' | 'stop_grace_period: 10s' | catalog: is killed before its 20 s to finish are over
            compose.yaml | ASYNCFLOW_JWKS | ASYNCFLOW_KEYS | user: nothing in it reads ASYNCFLOW_KEYS
            compose.yaml | ASYNCFLOW_JWKS | ASYNCFLOW_KEYS | order: without ASYNCFLOW_JWKS it would look for http://localhost:${USER_PORT:4003}/.well-known/jwks.json in its own container
            compose.yaml | http://user:4003/.well-known | http://users:4003/.well-known | ai: ASYNCFLOW_JWKS leads to http://users:4003, where nothing listens
            compose.yaml | http://user:4003/.well-known | http://user:4009/.well-known | ai: ASYNCFLOW_JWKS leads to http://user:4009, where nothing listens
            compose.yaml | ORDER_URL | CART_URL | gateway: without ORDER_URL it would look for http://localhost:${ORDER_PORT:4002}/graphql in its own container
            compose.yaml | http://ai:4004/graphql | http://ai:4003/graphql | gateway: AI_URL leads to http://ai:4003, where nothing listens
            compose.yaml | 'POSTGRES_HOST: postgres' | 'POSTGRES_HOST: database' | order: POSTGRES_HOST names database, which is no service
            compose.yaml | '${REDIS_PASSWORD:?put' | '${REDIS_PASSWORD:-put' | REDIS_PASSWORD is a secret and must be written ${REDIS_PASSWORD:?what to do}
            compose.yaml | 'POSTGRES_HOST: postgres\\n  POSTGRES_USER: asyncflow' | 'POSTGRES_HOST: postgres\\n  POSTGRES_USER: admin' | ai: its POSTGRES_USER is not that of postgres
            compose.yaml | '  REDIS_URL:' | '  x-redis:' | catalog: without REDIS_URL it would look for redis://localhost:6379 in its own container
            compose.yaml | '  redis:\\n    condition' | '  cache:\\n    condition' | catalog: waits for cache, which is no service
            compose.yaml | 'healthcheck:\\n      test: [CMD-SHELL' | 'x-check:\\n      test: [CMD-SHELL' | catalog: waits for the health of redis, which nobody checks
            compose.yaml | redis-data:/data | cache-data:/data | redis: mounts cache-data, which is not there
            compose.yaml | redis-data:/data | cache-data:/data | No service uses the volume redis-data
            compose.yaml | ./deploy/postgres: | ./deploy/sql: | postgres: mounts ./deploy/sql, which is not there
            deploy/Dockerfile | --enable-native-access=ALL-UNNAMED | -ea | The Dockerfile starts Java without --enable-native-access=ALL-UNNAMED
            deploy/Dockerfile | deploy/is-ready | deploy/is-up | The Dockerfile copies deploy/is-up, which is not there
            deploy/Dockerfile | [\"is-ready\"] | [\"curl\"] | The Dockerfile's health check runs nothing that it copies
            deploy/Dockerfile | SERVER_PORT | LISTEN_PORT | gateway: nothing in it reads LISTEN_PORT
            .dockerignore | docs | schema | The image is built without schema
            .dockerignore | docs | deploy/is-* | The image is built without deploy/is-ready
            deploy/is-ready | /readiness | /ready | user: does not answer at /ready
            deploy/postgres/create-databases.sql | create database orders | create database order | Nobody creates the database orders
            deploy/postgres/create-databases.sql | create database orders | create database order | No subgraph opens the database order
            """)
    void noticesWhatIsNotThere(String file, String piece, String other, String problem) {
        assertThat(DEPLOYMENT
                        .with(file, piece.translateEscapes(), other == null ? "" : other.translateEscapes())
                        .problems())
                .contains(problem);
    }
}
