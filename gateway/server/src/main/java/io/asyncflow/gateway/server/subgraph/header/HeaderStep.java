package io.asyncflow.gateway.server.subgraph.header;

import io.asyncflow.gateway.executor.Caller;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rule, ready to be applied; names are in lower case. */
sealed interface HeaderStep {

    void apply(Caller caller, HeaderDraft draft);

    record PropagateNamed(
            String name, String target, @Nullable String defaultValue) implements HeaderStep {

        @Override
        public void apply(Caller caller, HeaderDraft draft) {
            List<String> values = caller.headers().get(name);
            if (values != null && !values.isEmpty()) {
                draft.put(target, values);
            } else if (defaultValue != null) {
                draft.put(target, List.of(defaultValue));
            }
        }
    }

    record PropagateMatching(Pattern pattern) implements HeaderStep {

        @Override
        public void apply(Caller caller, HeaderDraft draft) {
            String forThisHop = String.join(",", caller.headers().getOrDefault("connection", List.of()));
            caller.headers().forEach((name, values) -> {
                if (HeaderText.mayPass(name, forThisHop)
                        && pattern.matcher(name).find()) {
                    draft.put(name, values);
                }
            });
        }
    }

    record Insert(String name, String value) implements HeaderStep {

        @Override
        public void apply(Caller caller, HeaderDraft draft) {
            draft.put(name, List.of(value));
        }
    }

    record RemoveNamed(String name) implements HeaderStep {

        @Override
        public void apply(Caller caller, HeaderDraft draft) {
            draft.remove(name::equals);
        }
    }

    record RemoveMatching(Pattern pattern) implements HeaderStep {

        @Override
        public void apply(Caller caller, HeaderDraft draft) {
            draft.remove(name -> pattern.matcher(name).find());
        }
    }
}
