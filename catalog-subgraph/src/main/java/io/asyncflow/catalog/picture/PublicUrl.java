package io.asyncflow.catalog.picture;

import io.asyncflow.catalog.CatalogProperties;
import java.net.URI;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Where browsers reach the catalog: the address that is configured, or else this machine and the port in use. */
@Component
public class PublicUrl implements ApplicationListener<WebServerInitializedEvent> {

    private volatile String root;

    PublicUrl(CatalogProperties properties) {
        this.root = properties.publicUrl();
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent started) {
        if (root.isEmpty()) {
            root = "http://localhost:" + started.getWebServer().getPort();
        }
    }

    public URI of(String path) {
        return URI.create((root.endsWith("/") ? root : root + "/") + path);
    }
}
