package io.asyncflow.gateway.composition.subgraph.link;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.link.FeatureUrl.InvalidUrl;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.EnumValue;
import io.asyncflow.gateway.language.Value.StringValue;
import io.asyncflow.gateway.supergraph.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the {@code @link}s of a schema, as the link specification 1.0 defines them. */
public final class LinkReader {

    private static final String DEFAULT_NAME = "link";

    private final List<Directive> applied;
    private final Map<String, DirectiveDefinition> definitions;
    private final Reporter reporter;
    private final LinkConflicts conflicts = new LinkConflicts();

    private LinkReader(List<Directive> applied, Map<String, DirectiveDefinition> definitions, Reporter reporter) {
        this.applied = applied;
        this.definitions = definitions;
        this.reporter = reporter;
    }

    public static Links read(List<Directive> applied, Map<String, DirectiveDefinition> definitions, Reporter reporter) {
        return new LinkReader(applied, definitions, reporter).read();
    }

    private Links read() {
        Directive self = null;
        for (Directive directive : applied) {
            self = self == null && linksItself(directive) ? directive : self;
        }
        String alias = self == null ? null : text(self, "as");
        String name = alias == null ? DEFAULT_NAME : alias;
        boolean federated = applied.stream().anyMatch(directive -> linksFederation(directive, name));
        if (self == null && !federated) {
            return new Links(name, false, false, List.of());
        }
        if (self != null && !linksKnownVersion(self, federated)) {
            return new Links(name, false, true, List.of());
        }
        return new Links(name, true, self != null, features(name, self));
    }

    private boolean linksItself(Directive directive) {
        FeatureUrl url = url(directive);
        if (url == null || !url.identity().equals(KnownSpecifications.LINK)) {
            return false;
        }
        String alias = text(directive, "as");
        boolean defaultName = alias == null || alias.equals(DEFAULT_NAME);
        return directive.name().equals(alias == null ? DEFAULT_NAME : alias)
                && (defaultName || definitions.containsKey(directive.name()));
    }

    private static boolean linksFederation(Directive directive, String name) {
        String url = text(directive, "url");
        return directive.name().equals(name) && url != null && url.startsWith(FederationSpecification.IDENTITY);
    }

    private boolean linksKnownVersion(Directive self, boolean federated) {
        FeatureUrl url = url(self);
        if (url == null || url.version().equals(KnownSpecifications.LINK_VERSION)) {
            return true;
        }
        ErrorCode code = federated ? ErrorCode.INVALID_LINK_DIRECTIVE_USAGE : ErrorCode.UNKNOWN_LINK_VERSION;
        String message = "Version %s of the link specification is unknown; link version %s, or leave the link out."
                .formatted(url.version(), KnownSpecifications.LINK_VERSION);
        reporter.report(code, message, self);
        return false;
    }

    private List<Feature> features(String name, @Nullable Directive self) {
        List<Feature> features = new ArrayList<>();
        for (Directive directive : applied) {
            if (directive.name().equals(name)) {
                Feature feature = feature(directive);
                boolean holds = feature != null && conflicts.add(feature, reporter);
                if (feature != null && holds) {
                    features.add(feature);
                }
                if (!holds && self == null) {
                    return features;
                }
            }
        }
        return features;
    }

    private @Nullable Feature feature(Directive directive) {
        String address = text(directive, "url");
        if (address == null) {
            reporter.report(
                    ErrorCode.INVALID_LINK_IDENTIFIER,
                    "This @link has no url; give it one, such as \"https://specs.apollo.dev/federation/v2.12\".",
                    directive);
            return null;
        }
        try {
            FeatureUrl url = FeatureUrl.parse(address);
            int before = reporter.problems().size();
            List<Link.Import> imports = new Imports(url, directive, reporter).read();
            if (reporter.problems().size() > before) {
                return null;
            }
            String alias = text(directive, "as");
            return new Feature(
                    url.identity(),
                    url.name(),
                    url.version(),
                    alias == null ? url.name() : alias,
                    imports,
                    text(directive, "for"),
                    directive);
        } catch (InvalidUrl problem) {
            String message = "The url \"%s\" of this @link %s; it must be a URL such as"
                    + " \"https://specs.apollo.dev/federation/v2.12\".";
            reporter.report(
                    ErrorCode.INVALID_LINK_IDENTIFIER, message.formatted(address, problem.getMessage()), directive);
            return null;
        }
    }

    private static @Nullable FeatureUrl url(Directive directive) {
        String address = text(directive, "url");
        try {
            return address == null ? null : FeatureUrl.parse(address);
        } catch (InvalidUrl problem) {
            return null;
        }
    }

    static @Nullable String text(Directive directive, String argument) {
        Value value = directive.argument(argument);
        return switch (value) {
            case StringValue(String text) -> text;
            case EnumValue(String name) -> name;
            case null, default -> null;
        };
    }
}
