package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.supergraph.Link;
import io.asyncflow.gateway.supergraph.Type;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the supergraph links the specifications of its directives, and what Federation's own define in it. */
final class SpecificationLinks {

    private final CarriedDirectives carried;
    private final ComposedDirectives composed;
    private final Map<Specification, String> aliases = new EnumMap<>(Specification.class);
    private final Map<SpecificationUrl, String> composedAliases = new LinkedHashMap<>();

    SpecificationLinks(List<SubgraphSchema> schemas, CarriedDirectives carried, ComposedDirectives composed) {
        this.carried = carried;
        this.composed = composed;
        SpecificationAliases names = new SpecificationAliases(schemas);
        carried.all()
                .forEach(directive -> names.imported(
                        directive.specification().url(), directive.directiveName(), carried.nameOf(directive)));
        composed.all().forEach(request -> names.imported(request.feature().url(), request.name(), request.nameHere()));
        carried.all().stream()
                .map(SpecificationDirective::specification)
                .distinct()
                .forEach(specification -> aliases.put(specification, names.of(specification.url())));
        composed.features().forEach(url -> composedAliases.put(url, names.of(url)));
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        aliases.forEach((specification, alias) ->
                links.add(link(specification.url(), alias, imports(specification), specification.purpose())));
        composedAliases.forEach((url, alias) -> links.add(link(url, alias, composed.imports(url), null)));
        return links;
    }

    private static Link link(SpecificationUrl url, String alias, List<Link.Import> imports, @Nullable String purpose) {
        return new Link(url.toString(), alias.equals(url.name()) ? null : alias, imports, purpose);
    }

    private List<Link.Import> imports(Specification specification) {
        List<Link.Import> imports = new ArrayList<>();
        for (SpecificationDirective directive : carried.all()) {
            String name = carried.nameOf(directive);
            if (directive.specification() == specification
                    && !directive.joined()
                    && !name.equals(defaultName(directive))) {
                imports.add(new Link.Import("@" + directive.directiveName(), "@" + name));
            }
        }
        return imports;
    }

    /** All directives of the specifications, those that no subgraph applies too. */
    Map<String, DirectiveDefinition> definitions() {
        Map<String, DirectiveDefinition> definitions = new LinkedHashMap<>();
        for (SpecificationDirective directive : SpecificationDirective.values()) {
            Specification specification = directive.specification();
            if (aliases.containsKey(specification) && !directive.joined()) {
                String name = name(directive);
                definitions.put(name, directive.definition(name, type -> typeName(specification, type)));
            }
        }
        return definitions;
    }

    Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        for (Specification specification : aliases.keySet()) {
            for (String scalar : specification.scalars()) {
                String name = typeName(specification, scalar);
                types.put(name, new Type.ScalarType(name, null, List.of(), List.of()));
            }
        }
        return types;
    }

    private String name(SpecificationDirective directive) {
        return carried.has(directive) ? carried.nameOf(directive) : defaultName(directive);
    }

    private String defaultName(SpecificationDirective directive) {
        Specification specification = directive.specification();
        return Feature.defaultName(specification.specificationName(), alias(specification), directive.directiveName());
    }

    private String typeName(Specification specification, String type) {
        return alias(specification) + "__" + type;
    }

    private String alias(Specification specification) {
        return aliases.getOrDefault(specification, specification.specificationName());
    }
}
