package io.asyncflow.user.oauth;

import io.asyncflow.user.token.OAuthScope;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** A storefront on the developer's machine, to try things with. It comes with the demo data. */
@Component
@ConditionalOnBooleanProperty("asyncflow.user.demo-data")
class DemoClient implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoClient.class);

    private static final Client STOREFRONT = new Client(
            "storefront",
            "AsyncFlow Storefront",
            Optional.empty(),
            true,
            false,
            Set.of("http://localhost:3000/callback"),
            Set.of("authorization_code", "refresh_token"),
            Arrays.stream(OAuthScope.values()).map(OAuthScope::text).collect(Collectors.toSet()),
            Optional.empty());

    private final Clients clients;

    DemoClient(Clients clients) {
        this.clients = clients;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        clients.add(STOREFRONT)
                .contextCapture()
                .subscribe(_ -> {}, failure -> LOG.error("The demo client could not be added", failure));
    }
}
