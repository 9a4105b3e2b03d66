package io.asyncflow.gateway.server.subgraph.header;

import io.asyncflow.gateway.executor.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header rules of one subgraph, compiled once. */
public final class HeaderRules {

    private final HeaderStep[] steps;
    private final @Nullable ForwardedFor forwardedFor;

    private HeaderRules(HeaderStep[] steps, @Nullable ForwardedFor forwardedFor) {
        this.steps = steps;
        this.forwardedFor = forwardedFor;
    }

    public static HeaderRules compile(HeaderSettings settings, ForwardedForSettings forwarded, String subgraph) {
        List<HeaderStep> steps = new ArrayList<>();
        settings.rulesFor(subgraph).forEach(rule -> steps.add(rule.compile()));
        boolean told = forwarded.tells(subgraph);
        if (told && !steps.isEmpty()) {
            steps.add(new HeaderStep.RemoveNamed(ForwardedFor.HEADER));
        }
        return new HeaderRules(steps.toArray(HeaderStep[]::new), told ? new ForwardedFor(forwarded.ranges()) : null);
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

    /** Headers, and where the caller is, if the subgraph is told. It does not tell one question from another. */
    public SentHeaders withOrigin(SentHeaders sent, Caller caller) {
        String origin = forwardedFor == null ? null : forwardedFor.of(caller);
        return origin == null ? sent : sent.with(Map.of(ForwardedFor.HEADER, origin));
    }
}
