package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.merge.directive.DefinitionMerge.Defined;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The directives that clients may use in operations: those that every subgraph defines, since any part of an operation
 * may reach any subgraph, with what all the definitions have in common.
 */
final class ExecutableDirectives {

    private static final Set<String> BUILT_IN =
            Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf", "defer", "stream");
    private static final Set<String> EXECUTABLE = Set.of(
            "QUERY",
            "MUTATION",
            "SUBSCRIPTION",
            "FIELD",
            "FRAGMENT_DEFINITION",
            "FRAGMENT_SPREAD",
            "INLINE_FRAGMENT",
            "VARIABLE_DEFINITION");

    private final List<SubgraphSchema> schemas;
    private final DefinitionMerge merge;
    private final Findings findings;

    ExecutableDirectives(List<SubgraphSchema> schemas, DefinitionMerge merge, Findings findings) {
        this.schemas = schemas;
        this.merge = merge;
        this.findings = findings;
    }

    /** The merged definitions; {@code other} tells directives that are in the supergraph for another reason. */
    Map<String, DirectiveDefinition> merge(Predicate<String> other) {
        Set<String> names = new LinkedHashSet<>();
        for (SubgraphSchema schema : schemas) {
            schema.directives().forEach((name, definition) -> {
                if (!BUILT_IN.contains(name)
                        && !other.test(name)
                        && !locations(definition).isEmpty()) {
                    names.add(name);
                }
            });
        }
        Map<String, DirectiveDefinition> merged = new LinkedHashMap<>();
        for (String name : names) {
            DirectiveDefinition definition = merge(name);
            if (definition != null) {
                merged.put(name, definition);
            }
        }
        return merged;
    }

    private @Nullable DirectiveDefinition merge(String name) {
        List<Defined> sources = new ArrayList<>();
        Set<String> common = null;
        for (SubgraphSchema schema : schemas) {
            DirectiveDefinition definition = schema.directives().get(name);
            if (definition == null) {
                hintAtAbsence(name);
                return null;
            }
            sources.add(new Defined(schema, definition));
            common = common == null ? locations(definition) : intersection(common, locations(definition));
            if (common.isEmpty() && sources.size() > 1) {
                hintAtNothingInCommon(name);
                return null;
            }
        }
        hintAtRepeatable(name, sources);
        hintAtLocations(name, sources, Objects.requireNonNull(common));
        return new DirectiveDefinition(
                merge.description(name, sources),
                name,
                merge.arguments(name, sources),
                sources.stream().allMatch(source -> source.definition().repeatable()),
                List.copyOf(common),
                Position.NONE);
    }

    private List<Defined> sources(String name) {
        List<Defined> sources = new ArrayList<>();
        for (SubgraphSchema schema : schemas) {
            DirectiveDefinition definition = schema.directives().get(name);
            if (definition != null) {
                sources.add(new Defined(schema, definition));
            }
        }
        return sources;
    }

    private void hintAtAbsence(String name) {
        List<Defined> sources = sources(name);
        List<String> without = schemas.stream()
                .filter(schema -> !schema.directives().containsKey(name))
                .map(SubgraphSchema::name)
                .toList();
        hint(
                HintCode.INCONSISTENT_EXECUTABLE_DIRECTIVE_PRESENCE,
                "Clients cannot use @" + name + ", because " + Wording.subgraphs(without)
                        + (without.size() == 1 ? " does" : " do") + " not define it and "
                        + Wording.subgraphs(
                                sources.stream().map(Defined::subgraph).toList())
                        + (sources.size() == 1 ? " does" : " do") + ". Define it in all subgraphs, or in none.",
                sources);
    }

    private void hintAtNothingInCommon(String name) {
        List<Defined> sources = sources(name);
        hint(
                HintCode.NO_EXECUTABLE_DIRECTIVE_INTERSECTION,
                "Clients cannot use @" + name + ", because its definitions share no location: " + whoAllows(sources)
                        + ".",
                sources);
    }

    private void hintAtRepeatable(String name, List<Defined> sources) {
        if (sources.stream()
                        .map(source -> source.definition().repeatable())
                        .distinct()
                        .count()
                > 1) {
            hint(
                    HintCode.INCONSISTENT_EXECUTABLE_DIRECTIVE_REPEATABLE,
                    "Clients cannot repeat @" + name + ", because not all subgraphs let them: "
                            + Wording.whoSaysWhat(
                                    sources,
                                    source -> source.definition().repeatable() ? "repeatable" : "not repeatable",
                                    Defined::subgraph)
                            + ".",
                    sources);
        }
    }

    private void hintAtLocations(String name, List<Defined> sources, Set<String> common) {
        if (sources.stream()
                        .map(source -> locations(source.definition()))
                        .distinct()
                        .count()
                > 1) {
            hint(
                    HintCode.INCONSISTENT_EXECUTABLE_DIRECTIVE_LOCATIONS,
                    "Clients can use @" + name + " only at " + String.join(", ", common)
                            + ", which all subgraphs allow: " + whoAllows(sources) + ".",
                    sources);
        }
    }

    private void hint(HintCode code, String message, List<Defined> sources) {
        findings.hint(code, message, sources.stream().map(Defined::place).toList());
    }

    private static String whoAllows(List<Defined> sources) {
        return Wording.whoSaysWhat(sources, source -> words(locations(source.definition())), Defined::subgraph);
    }

    private static String words(Set<String> locations) {
        return locations.isEmpty() ? "no executable location" : String.join(", ", locations);
    }

    private static Set<String> locations(DirectiveDefinition definition) {
        Set<String> locations = new TreeSet<>(definition.locations());
        locations.retainAll(EXECUTABLE);
        return locations;
    }

    private static Set<String> intersection(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }
}
