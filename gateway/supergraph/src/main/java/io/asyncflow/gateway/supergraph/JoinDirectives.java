package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells the join specification's directives on an element from the others. */
final class JoinDirectives {

    /** The one directive of the specification that stays on its element, for it speaks of other specifications. */
    static final String DIRECTIVE = "join__directive";

    private final String prefix;
    private final Map<String, Graph> graphs;

    JoinDirectives(Link join, Map<String, Graph> graphs) {
        this.prefix = join.prefix() + "__";
        this.graphs = graphs;
    }

    /** The element's applications of the directive; {@code name} is told without prefix. */
    List<Applied> named(String name, List<Directive> directives, String element) {
        List<Applied> applied = new ArrayList<>();
        for (Directive directive : directives) {
            if (isJoin(directive) && directive.name().substring(prefix.length()).equals(name)) {
                applied.add(new Applied(directive, element, graphs));
            }
        }
        return applied;
    }

    List<Directive> others(List<Directive> directives) {
        List<Directive> others = new ArrayList<>();
        for (Directive directive : directives) {
            if (!isJoin(directive)) {
                others.add(directive);
            } else if (directive.name().equals(prefix + "directive")) {
                others.add(new Directive(DIRECTIVE, directive.arguments(), directive.position()));
            }
        }
        return others;
    }

    boolean isJoin(Directive directive) {
        return isJoin(directive.name());
    }

    boolean isJoin(String name) {
        return name.startsWith(prefix);
    }
}
