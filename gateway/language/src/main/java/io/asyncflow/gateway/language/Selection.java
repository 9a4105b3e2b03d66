package io.asyncflow.gateway.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a selection set holds. */
public sealed interface Selection extends Node {

    List<Directive> directives();

    record Field(
            @Nullable String alias,
            String name,
            List<Argument> arguments,
            List<Directive> directives,
            List<Selection> selections,
            Position position)
            implements Selection {

        public Field {
            arguments = List.copyOf(arguments);
            directives = List.copyOf(directives);
            selections = List.copyOf(selections);
        }

        /** The name its value has in the response. */
        public String responseName() {
            return alias == null ? name : alias;
        }
    }

    record FragmentSpread(String name, List<Directive> directives, Position position) implements Selection {

        public FragmentSpread {
            directives = List.copyOf(directives);
        }
    }

    record InlineFragment(
            @Nullable String typeCondition, List<Directive> directives, List<Selection> selections, Position position)
            implements Selection {

        public InlineFragment {
            directives = List.copyOf(directives);
            selections = List.copyOf(selections);
        }
    }
}
