package io.asyncflow.gateway.server.subgraph.header;

import io.asyncflow.gateway.executor.Caller;
import java.util.List;

/** The header rules of one subgraph, compiled once. */
public final class HeaderRules {

    private final HeaderStep[] steps;

    private HeaderRules(HeaderStep[] steps) {
        this.steps = steps;
    }

    public static HeaderRules compile(HeaderSettings settings, String subgraph) {
        List<HeaderRule> rules = settings.rulesFor(subgraph);
        return new HeaderRules(rules.stream().map(HeaderRule::compile).toArray(HeaderStep[]::new));
    }

    public SentHeaders apply(Caller caller) {
        if (steps.length == 0) {
            return SentHeaders.NONE;
        }
        var draft = new HeaderDraft();
        for (HeaderStep step : steps) {
            step.apply(caller, draft);
        }
        return draft.sent();
    }
}
