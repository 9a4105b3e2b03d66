package io.asyncflow.gateway.server.graphiql;

import io.asyncflow.gateway.server.settings.Described;
import java.util.List;

/**
 * The page at {@code /graphiql}.
 *
 * @param tabs what the page starts with, one document each; where there is none, it shows how to ask for anything
 */
public record GraphiqlSettings(
        @Described("Whether GraphiQL is served at /graphiql; turn it off in production.")
        boolean enabled,

        @Described("The documents with which GraphiQL opens for the first time, each in a tab of its own.")
        List<String> tabs) {

    public static final GraphiqlSettings DEFAULT = new GraphiqlSettings(true, List.of());

    public GraphiqlSettings {
        tabs = List.copyOf(tabs);
        if (tabs.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("tabs must not hold an empty document");
        }
    }

    /** These settings, but with those tabs where they have none. */
    public GraphiqlSettings orTabs(List<String> others) {
        return tabs.isEmpty() ? new GraphiqlSettings(enabled, others) : this;
    }
}
