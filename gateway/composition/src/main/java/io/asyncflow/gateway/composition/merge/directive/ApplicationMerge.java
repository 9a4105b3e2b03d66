package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the applications that subgraphs have of one directive on one element the supergraph's. */
final class ApplicationMerge {

    private static final Map<String, Map<String, Value>> BUILT_IN = Map.of(
            "deprecated", Map.of("reason", new StringValue("No longer supported")),
            "specifiedBy", Map.of(),
            "oneOf", Map.of());

    private final CarriedDirectives carried;
    private final ComposedDirectives composed;
    private final Findings findings;

    ApplicationMerge(CarriedDirectives carried, ComposedDirectives composed, Findings findings) {
        this.carried = carried;
        this.composed = composed;
        this.findings = findings;
    }

    /** Whether the subgraph's applications of the directive of this name reach the supergraph as such. */
    boolean merges(SubgraphSchema schema, String name) {
        if (composed.composes(schema.name(), name)) {
            return true;
        }
        SpecificationDirective known = carried.named(name);
        return known == null ? BUILT_IN.containsKey(name) : !known.joined();
    }

    Application of(Applied source, String name, Directive directive) {
        Map<String, Value> arguments = new LinkedHashMap<>(defaults(source.schema(), name));
        Directive inSupergraph = inSupergraph(source, name, directive);
        inSupergraph.arguments().forEach(argument -> arguments.put(argument.name(), argument.value()));
        return new Application(source, inSupergraph, arguments);
    }

    private Map<String, Value> defaults(SubgraphSchema schema, String name) {
        SpecificationDirective known = carried.named(name);
        DirectiveDefinition definition =
                known == null ? schema.directives().get(name) : known.definition(name, type -> type);
        if (definition == null) {
            return BUILT_IN.getOrDefault(name, Map.of());
        }
        Map<String, Value> defaults = new LinkedHashMap<>();
        definition.arguments().forEach(argument -> {
            Value value = argument.defaultValue();
            if (value != null) {
                defaults.put(argument.name(), value);
            }
        });
        return defaults;
    }

    List<Directive> merge(String coordinate, List<Applied> applied, String name, List<Application> applications) {
        Map<Map<String, Value>, List<Application>> different = applications.stream()
                .collect(Collectors.groupingBy(Application::arguments, LinkedHashMap::new, Collectors.toList()));
        List<Application> first =
                different.values().stream().map(List::getFirst).toList();
        if (repeatable(name)) {
            return first.stream().map(Application::directive).toList();
        }
        if (first.size() == 1) {
            return List.of(first.getFirst().directive());
        }
        Map<String, ArgumentStrategy> strategies = strategies(name);
        return strategies.isEmpty()
                ? List.of(mostFrequent(coordinate, applied, name, List.copyOf(different.values())))
                : List.of(combined(coordinate, name, strategies, first));
    }

    private boolean repeatable(String name) {
        SpecificationDirective known = carried.named(name);
        if (known != null) {
            return known.repeatable();
        }
        DirectiveDefinition definition = composed.definition(name);
        return definition != null && definition.repeatable();
    }

    private Map<String, ArgumentStrategy> strategies(String name) {
        SpecificationDirective known = carried.named(name);
        return known == null ? Map.of() : known.strategies();
    }

    /** A context belongs to its subgraph, so the supergraph's name for it says which one that is. */
    private Directive inSupergraph(Applied source, String name, Directive directive) {
        if (carried.named(name) == SpecificationDirective.CONTEXT
                && directive.argument("name") instanceof StringValue(String context)) {
            Value qualified = new StringValue(source.schema().name() + "__" + context);
            return new Directive(name, List.of(new Argument("name", qualified, Position.NONE)), directive.position());
        }
        return new Directive(name, directive.arguments(), directive.position());
    }

    private Directive combined(
            String coordinate, String name, Map<String, ArgumentStrategy> strategies, List<Application> different) {
        try {
            Directive merged = new Directive(name, combinedArguments(strategies, different), Position.NONE);
            findings.hint(
                    HintCode.MERGED_NON_REPEATABLE_DIRECTIVE_ARGUMENTS,
                    "Subgraphs apply @" + name + " to \"" + coordinate
                            + "\" with different arguments. The supergraph combines them: "
                            + Wording.arguments(merged) + ".",
                    List.of());
            return merged;
        } catch (TooManyAlternativesException e) {
            findings.problem(
                    ErrorCode.INVALID_GRAPHQL,
                    "Subgraphs apply @" + name + " to \"" + coordinate + "\" with different arguments. "
                            + e.getMessage(),
                    different.stream().map(each -> each.source().place()).toList());
            return different.getFirst().directive();
        }
    }

    private static List<Argument> combinedArguments(
            Map<String, ArgumentStrategy> strategies, List<Application> different) {
        List<Argument> arguments = new ArrayList<>();
        strategies.forEach((argument, strategy) -> {
            List<@Nullable Value> values = new ArrayList<>();
            different.forEach(each -> values.add(each.arguments().get(argument)));
            Value merged = strategy.merge(values);
            if (merged != null) {
                arguments.add(new Argument(argument, merged, Position.NONE));
            }
        });
        return arguments;
    }

    private Directive mostFrequent(
            String coordinate, List<Applied> applied, String name, List<List<Application>> different) {
        List<Application> winners = different.getFirst();
        for (List<Application> candidates : different) {
            winners = candidates.size() > winners.size() ? candidates : winners;
        }
        Directive winner = winners.getFirst().directive();
        List<Application> all = different.stream().flatMap(List::stream).toList();
        findings.hint(
                HintCode.INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS,
                "Subgraphs apply @" + name + " to \"" + coordinate + "\" with different arguments: "
                        + Wording.whoSaysWhat(
                                all,
                                each -> Wording.arguments(each.directive()),
                                each -> each.source().schema().name())
                        + ". The supergraph uses " + Wording.arguments(winner)
                        + ", the most frequent; give it the same arguments everywhere.",
                applied.stream().map(Applied::place).toList());
        return winner;
    }
}
