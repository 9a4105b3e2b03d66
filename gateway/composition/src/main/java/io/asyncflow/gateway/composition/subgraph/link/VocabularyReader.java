package io.asyncflow.gateway.composition.subgraph.link;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gathers the vocabulary of a schema, and checks what the schema itself says about it. */
public final class VocabularyReader {

    private static final String CANONICAL = "federation:";

    /** What Federation 1 schemas are upgraded to. */
    static final FeatureVersion UPGRADED = new FeatureVersion(2, 4);

    private static final List<String> FORGIVEN = List.of("key", "requires", "provides");

    private static final Set<String> FORGIVEN_TYPES = Set.of("String", "_FieldSet", "FieldSet");

    private final Map<String, TypeDefinition> declaredTypes;
    private final Map<String, DirectiveDefinition> declaredDirectives;
    private final Reporter reporter;
    private final Map<String, String> canonical = new LinkedHashMap<>();
    private final Map<String, DirectiveDefinition> directives = new LinkedHashMap<>();
    private final Map<String, TypeDefinition> types = new LinkedHashMap<>(BuiltIn.GRAPHQL.types());
    private final Set<String> linked = new HashSet<>();

    /** A schema that defines and links {@code @link} itself is taken at its word: it may be of another version. */
    private boolean trusting;

    private VocabularyReader(
            Map<String, TypeDefinition> declaredTypes,
            Map<String, DirectiveDefinition> declaredDirectives,
            Reporter reporter) {
        this.declaredTypes = declaredTypes;
        this.declaredDirectives = new HashMap<>(declaredDirectives);
        this.reporter = reporter;
        BuiltIn.GRAPHQL
                .directives()
                .forEach((name, directive) -> directives.put(name, declaredDirectives.getOrDefault(name, directive)));
    }

    public static Vocabulary read(
            Links links,
            Map<String, TypeDefinition> declaredTypes,
            Map<String, DirectiveDefinition> declaredDirectives,
            Reporter reporter) {
        VocabularyReader reader = new VocabularyReader(declaredTypes, declaredDirectives, reporter);
        if (reader.link(links) && reader.federation(links.federation())) {
            links.features().forEach(reader::other);
        }
        return new Vocabulary(reader.canonical, reader.directives, reader.types, reader.linked);
    }

    /** Checks how a Federation 1 schema defines what only Federation 2 has. */
    public static void checkUpgraded(Vocabulary vocabulary, Reporter reporter) {
        Specification federation = FederationSpecification.of(UPGRADED);
        Definitions expected = new Definitions(federation, vocabulary.types(), type -> "_" + type, reporter);
        federation.directives().forEach((name, directive) -> {
            DirectiveDefinition declared = vocabulary.directive(CANONICAL + name);
            if (declared != null
                    && !FederationSpecification.FEDERATION_1.directives().containsKey(name)) {
                expected.check(expected.renamed(directive), declared);
            }
        });
    }

    /** What a Federation 1 schema can say once it is upgraded. */
    public static Vocabulary upgraded(Vocabulary vocabulary) {
        Map<String, DirectiveDefinition> directives = new LinkedHashMap<>(vocabulary.directives());
        FederationSpecification.of(UPGRADED)
                .directives()
                .forEach((name, directive) -> directives.putIfAbsent(CANONICAL + name, directive));
        return new Vocabulary(vocabulary.canonical(), directives, vocabulary.types(), vocabulary.linked());
    }

    /** Whether {@code @link} is what it must be; where it is not, nothing it says can be relied on. */
    private boolean link(Links links) {
        int before = reporter.problems().size();
        String prefix = links.directive() + "__";
        trusting = links.explicit() && declaredDirectives.containsKey(links.directive());
        add(KnownSpecifications.LINK_SPECIFICATION, _ -> links.directive(), type -> prefix + type);
        trusting = false;
        return reporter.problems().size() == before;
    }

    private boolean federation(@Nullable Feature federation) {
        if (federation == null) {
            federation1();
            return true;
        }
        if (!FederationSpecification.knows(federation.version())) {
            reporter.report(
                    ErrorCode.UNKNOWN_FEDERATION_LINK_VERSION,
                    "Version %s of Federation is unknown; link one from v2.0 to v2.12.".formatted(federation.version()),
                    federation.application());
            return false;
        }
        add(FederationSpecification.of(federation.version()), federation::directive, federation::type);
        return true;
    }

    private void other(Feature feature) {
        boolean done = feature.identity().equals(KnownSpecifications.LINK)
                || feature.identity().equals(FederationSpecification.IDENTITY);
        Specification specification = KnownSpecifications.find(feature.identity(), feature.version());
        if (!done && specification != null) {
            add(specification, feature::directive, feature::type);
        }
    }

    /** Its own directives are there undefined; those of Federation 2 only where the schema defines them. */
    private void federation1() {
        FORGIVEN.forEach(name -> declaredDirectives.computeIfPresent(name, (_, it) -> isForgiven(it) ? null : it));
        add(FederationSpecification.FEDERATION_1, name -> name, type -> "_" + type);
        Definitions expected = definitions(FederationSpecification.of(UPGRADED), type -> "_" + type);
        trusting = true;
        for (DirectiveDefinition directive :
                FederationSpecification.of(UPGRADED).directives().values()) {
            if (declaredDirectives.containsKey(directive.name()) && !canonical.containsKey(directive.name())) {
                add(expected, directive, directive.name());
            }
        }
        trusting = false;
    }

    /** Federation 1 never looked at these definitions, and many a schema has them wrong. */
    private static boolean isForgiven(DirectiveDefinition declared) {
        List<InputValueDefinition> arguments = declared.arguments();
        return arguments.isEmpty()
                || arguments.size() == 1
                        && arguments.getFirst().name().equals("fields")
                        && FORGIVEN_TYPES.contains(arguments.getFirst().type().toString());
    }

    private void add(Specification specification, UnaryOperator<String> directiveName, UnaryOperator<String> typeName) {
        Definitions expected = definitions(specification, typeName);
        for (TypeDefinition type : specification.types().values()) {
            String name = typeName.apply(type.name());
            TypeDefinition declared = declaredTypes.get(name);
            types.put(name, expected.renamed(type));
            linked.add(name);
            if (declared != null && !trusting) {
                expected.check(type, declared);
            }
        }
        for (DirectiveDefinition directive : specification.directives().values()) {
            add(expected, directive, directiveName.apply(directive.name()));
        }
    }

    private Definitions definitions(Specification specification, UnaryOperator<String> typeName) {
        return new Definitions(specification, declaredTypes, typeName, reporter);
    }

    private void add(Definitions expected, DirectiveDefinition directive, String name) {
        DirectiveDefinition here = expected.renamed(directive);
        DirectiveDefinition declared = declaredDirectives.get(name);
        if (declared != null && !trusting) {
            expected.check(here, declared);
        }
        String known = directive.name().equals("link") ? Federation.LINK : CANONICAL + directive.name();
        canonical.putIfAbsent(name, known);
        directives.putIfAbsent(known, declared == null ? here : declared);
    }
}
