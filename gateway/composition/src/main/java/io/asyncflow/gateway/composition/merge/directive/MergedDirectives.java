package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Link;
import io.asyncflow.gateway.supergraph.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The directives of the supergraph. Made once per composition; if {@link #problems} has any then, composition stops
 * before anything else is merged.
 *
 * <p>For each element, call {@link #merge} once with its coordinate and what each subgraph that has it applies to it, in
 * the order of the subgraphs (a subgraph that has the element but applies nothing belongs in the list: hints point at
 * it). The result is the element's directives in the supergraph:
 *
 * <pre>
 *   the schema       merge("schema", ...)           the directives of {@link SubgraphSchema#schema}
 *   any type         merge("Product", ...)          for an interface, interface objects of its name included
 *   a field          merge("Product.price", ...)    without the subgraphs where it is external or overridden;
 *                                                   of an interface, interface objects' fields included
 *   an argument      merge("Product.price(in:)", ...)
 *   an input field   merge("ProductFilter.name", ...)
 *   an enum value    merge("Currency.EUR", ...)
 * </pre>
 *
 * <p>A field that an implementation has only from an interface object gets {@link #inherit} in place of merge.
 *
 * <p>Among the merged directives are those of {@code @join__directive} ({@link #JOIN_DIRECTIVE}), which the supergraph's
 * types and fields carry as they carry the others. At the end take {@link #links}, {@link #definitions}, {@link #types},
 * {@link #problems} and {@link #hints} over into the supergraph and the report.
 */
public final class MergedDirectives {

    /** The one directive of the join specification that the supergraph's elements carry. */
    public static final String JOIN_DIRECTIVE = "join__directive";

    private final Findings findings = new Findings();
    private final Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
    private final Map<String, String> graphs = new LinkedHashMap<>();
    private final List<SubgraphSchema> schemas;
    private final CarriedDirectives carried;
    private final ComposedDirectives composed;
    private final SpecificationLinks specifications;
    private final @Nullable AccessControl accessControl;
    private final ApplicationMerge applications;
    private @Nullable Map<String, DirectiveDefinition> definitions;

    private MergedDirectives(List<SubgraphSchema> schemas, List<Graph> graphs) {
        this.schemas = List.copyOf(schemas);
        schemas.forEach(schema -> vocabularies.put(schema.name(), new Vocabulary(schema)));
        graphs.forEach(graph -> this.graphs.put(graph.name(), graph.id()));
        carried = CarriedDirectives.of(List.copyOf(vocabularies.values()), findings);
        composed = new ComposedDirectives(List.copyOf(vocabularies.values()), findings);
        NameCollisions.check(carried, composed, findings);
        specifications = new SpecificationLinks(schemas, carried, composed);
        accessControl = carried.all().stream().anyMatch(SpecificationDirective::accessControl)
                ? new AccessControl(schemas)
                : null;
        applications = new ApplicationMerge(carried, composed, findings);
    }

    /**
     * Reads which directives the subgraphs use, under which names.
     *
     * @param graphs the same subgraphs as the supergraph knows them
     */
    public static MergedDirectives of(List<SubgraphSchema> schemas, List<Graph> graphs) {
        return new MergedDirectives(schemas, graphs);
    }

    /** The directives that one element has in the supergraph. */
    public List<Directive> merge(String coordinate, List<Applied> applied) {
        List<Applied> inherited = inherited(coordinate);
        if (inherited.isEmpty()
                && applied.stream().allMatch(each -> each.directives().isEmpty())) {
            return List.of();
        }
        List<Directive> merged = joined(coordinate, applied);
        Map<String, List<Application>> byName = new LinkedHashMap<>();
        applied.forEach(each -> announce(each, byName));
        inherited.forEach(each -> announce(each, byName));
        applied.forEach(each -> collect(each, byName));
        inherited.forEach(each -> collect(each, byName));
        byName.forEach((name, each) -> merged.addAll(applications.merge(coordinate, applied, name, each)));
        return merged;
    }

    /**
     * The directives of a field that an implementation has only from an interface object: what that field requires of
     * clients, and what else the interface's field carries in the supergraph.
     *
     * @param coordinate of the implementation's field
     * @param ofInterface the merged directives of the interface's field
     */
    public List<Directive> inherit(String coordinate, List<Directive> ofInterface) {
        List<Directive> merged = new ArrayList<>(merge(coordinate, List.of()));
        for (Directive directive : ofInterface) {
            SpecificationDirective known = carried.named(directive.name());
            boolean required = known != null && known.accessControl();
            if (!required && !directive.name().equals(JOIN_DIRECTIVE)) {
                merged.add(directive);
            }
        }
        return merged;
    }

    /** Whether the subgraph's application reaches the supergraph, so that it must not stand on an external field. */
    public boolean merges(SubgraphSchema schema, Directive directive) {
        return applications.merges(schema, nameHere(schema, directive));
    }

    /** Whether an element with these merged directives is hidden from clients. */
    public boolean isInaccessible(List<Directive> merged) {
        String name = carried.nameOf(SpecificationDirective.INACCESSIBLE);
        return name != null
                && merged.stream().anyMatch(directive -> directive.name().equals(name));
    }

    /** The specifications to link, for {@code Supergraph.links}. */
    public List<Link> links() {
        List<Link> links = new ArrayList<>(specifications.links());
        links.addAll(Connectors.links(schemas));
        return links;
    }

    /**
     * The directives to define, for {@code Supergraph.directives}: merged when first asked for, which is after all types
     * but enums, since their arguments count as uses of enums.
     */
    public Map<String, DirectiveDefinition> definitions(DefinitionMerge merge) {
        if (definitions == null) {
            definitions = define(merge);
        }
        return definitions;
    }

    private Map<String, DirectiveDefinition> define(DefinitionMerge merge) {
        Map<String, DirectiveDefinition> defined = new LinkedHashMap<>(specifications.definitions());
        Predicate<String> other = name -> carried.named(name) != null || composed.has(name);
        composed.definitions().forEach((name, each) -> defined.put(name, withArguments(each, merge)));
        defined.putAll(new ExecutableDirectives(schemas, merge, findings).merge(other));
        return defined;
    }

    private static DirectiveDefinition withArguments(ComposedDirectives.Defined defined, DefinitionMerge merge) {
        DirectiveDefinition definition = defined.definition();
        List<InputValueDefinition> merged = merge.arguments(
                definition.name(),
                List.of(new DefinitionMerge.Defined(defined.vocabulary().schema(), definition)));
        return new DirectiveDefinition(
                definition.description(),
                definition.name(),
                merged,
                definition.repeatable(),
                definition.locations(),
                definition.position());
    }

    /** The scalars that those definitions need, to be added to {@code Supergraph.types}. */
    public Map<String, Type> types() {
        return specifications.types();
    }

    public List<Problem> problems() {
        return findings.problems();
    }

    public List<Hint> hints() {
        return findings.hints();
    }

    private List<Applied> inherited(String coordinate) {
        return accessControl == null ? List.of() : accessControl.inherited(coordinate);
    }

    private List<Directive> joined(String coordinate, List<Applied> applied) {
        JoinedDirectives joined = new JoinedDirectives();
        for (Applied each : applied) {
            for (Directive directive : each.directives()) {
                SpecificationDirective known = carried.named(nameHere(each.schema(), directive));
                if (known != null && known.joined()) {
                    joined.add(graph(each.schema()), "federation__" + known.directiveName(), directive.arguments());
                }
                Vocabulary vocabulary = vocabularies.get(each.schema().name());
                String connector = vocabulary == null ? null : Connectors.recorded(vocabulary, directive);
                if (connector != null) {
                    joined.add(graph(each.schema()), connector, directive.arguments());
                }
                if (!composed.has(directive.name()) && CacheHints.recorded(each.schema(), directive, coordinate)) {
                    joined.add(graph(each.schema()), directive.name(), directive.arguments());
                }
            }
        }
        return new ArrayList<>(joined.all());
    }

    /** A directive that one subgraph composes takes the applications of the others along. */
    private void announce(Applied applied, Map<String, List<Application>> byName) {
        for (Directive directive : applied.directives()) {
            String name = nameHere(applied.schema(), directive);
            if (applications.merges(applied.schema(), name)) {
                byName.computeIfAbsent(name, key -> new ArrayList<>());
            }
        }
    }

    private void collect(Applied applied, Map<String, List<Application>> byName) {
        for (Directive directive : applied.directives()) {
            String name = nameHere(applied.schema(), directive);
            List<Application> same = byName.get(name);
            if (same != null) {
                same.add(applications.of(applied, name, directive));
            }
        }
    }

    private String nameHere(SubgraphSchema schema, Directive directive) {
        Vocabulary vocabulary = vocabularies.get(schema.name());
        return vocabulary == null ? directive.name() : vocabulary.nameHere(directive.name());
    }

    private String graph(SubgraphSchema schema) {
        return graphs.getOrDefault(schema.name(), schema.name());
    }
}
