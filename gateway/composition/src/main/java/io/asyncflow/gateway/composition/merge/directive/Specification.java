package io.asyncflow.gateway.composition.merge.directive;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A specification whose directives reach the supergraph by themselves, as the supergraph links it. */
enum Specification {
    TAG("tag", "v0.3", null, List.of(), "v0.1", "v0.2", "v0.3"),
    INACCESSIBLE("inaccessible", "v0.2", "SECURITY", List.of(), "v0.1", "v0.2"),
    AUTHENTICATED("authenticated", "v0.1", "SECURITY", List.of(), "v0.1"),
    REQUIRES_SCOPES("requiresScopes", "v0.1", "SECURITY", List.of("Scope"), "v0.1"),
    POLICY("policy", "v0.1", "SECURITY", List.of("Policy"), "v0.1"),
    CONTEXT("context", "v0.1", "SECURITY", List.of("ContextFieldValue"), "v0.1"),
    COST("cost", "v0.1", null, List.of(), "v0.1"),
    CACHE_TAG("cacheTag", "v0.1", "EXECUTION", List.of(), "v0.1");

    private static final String ROOT = "https://specs.apollo.dev/";
    static final String FEDERATION = ROOT + "federation";

    private final String specificationName;
    private final String version;
    private final @Nullable String purpose;
    private final List<String> scalars;
    private final Set<String> versions;

    Specification(
            String specificationName,
            String version,
            @Nullable String purpose,
            List<String> scalars,
            String... versions) {
        this.specificationName = specificationName;
        this.version = version;
        this.purpose = purpose;
        this.scalars = scalars;
        this.versions = Set.of(versions);
    }

    private static final Set<String> NOT_COMPOSED = Set.of(
            ROOT + "core",
            ROOT + "join",
            ROOT + "link",
            ROOT + "tag",
            ROOT + "inaccessible",
            ROOT + "federation",
            ROOT + "authenticated",
            ROOT + "requiresScopes",
            ROOT + "source",
            ROOT + "context",
            ROOT + "cost");

    /** Whether the directives of the specification are Federation's own, so that no {@code @composeDirective} applies. */
    static boolean isFederations(Feature feature) {
        return NOT_COMPOSED.contains(feature.url().identity());
    }

    String specificationName() {
        return specificationName;
    }

    String identity() {
        return ROOT + specificationName;
    }

    /** The version that supergraphs use, whichever one the subgraphs link. */
    SpecificationUrl url() {
        return Objects.requireNonNull(SpecificationUrl.parse(identity() + "/" + version));
    }

    @Nullable
    String purpose() {
        return purpose;
    }

    /** The scalars its directives' arguments have, without the specification's prefix. */
    List<String> scalars() {
        return scalars;
    }

    /** Whether the address is this specification's, in a version that exists. */
    boolean has(SpecificationUrl url) {
        return url.identity().equals(identity()) && versions.contains(url.version());
    }
}
