package io.asyncflow.gateway.composition.subgraph.link;

import io.asyncflow.gateway.composition.schema.FederationVersion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The specifications a subgraph can link without defining what they hold. */
final class KnownSpecifications {

    static final String LINK = "https://specs.apollo.dev/link";

    static final FeatureVersion LINK_VERSION = new FeatureVersion(1, 0);

    static final String CONTEXT = """
            scalar ContextFieldValue
            directive @context(name: String!) repeatable on INTERFACE | OBJECT | UNION
            directive @fromContext(field: ContextFieldValue) on ARGUMENT_DEFINITION
            """;

    static final String COST = """
            directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION
                | OBJECT | SCALAR
            directive @listSize(
              assumedSize: Int
              slicingArguments: [String!]
              sizedFields: [String!]
              requireOneSlicingArgument: Boolean = true
            ) on FIELD_DEFINITION
            """;

    static final Specification LINK_SPECIFICATION = Specification.of("""
            scalar Import
            enum Purpose { SECURITY EXECUTION }
            directive @link(url: String, as: String, for: Purpose, import: [Import]) repeatable on SCHEMA
            """);

    private static final String FIRST_PLACES = "FIELD_DEFINITION | OBJECT | INTERFACE | UNION";

    private static final String MORE_PLACES = FIRST_PLACES
            + " | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION";

    private static final String PROTECTED = "FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM";

    private static final String CONNECT = """
            scalar URLPathTemplate
            scalar JSONSelection
            input ConnectorErrors { message: JSONSelection extensions: JSONSelection }
            input HTTPHeaderMapping { name: String! from: String value: String }
            input ConnectBatch { maxSize: Int }
            input SourceHTTP {
              baseURL: String!
              headers: [HTTPHeaderMapping!]
              path: JSONSelection
              queryParams: JSONSelection
            }
            input ConnectHTTP {
              GET: URLPathTemplate
              POST: URLPathTemplate
              PUT: URLPathTemplate
              PATCH: URLPathTemplate
              DELETE: URLPathTemplate
              body: JSONSelection
              headers: [HTTPHeaderMapping!]
              path: JSONSelection
              queryParams: JSONSelection
            }
            directive @connect(
              source: String
              id: String
              http: ConnectHTTP
              batch: ConnectBatch
              errors: ConnectorErrors
              selection: JSONSelection!
              entity: Boolean = false
              isSuccess: JSONSelection
            ) repeatable on FIELD_DEFINITION | OBJECT
            directive @source(name: String!, http: SourceHTTP!, errors: ConnectorErrors, isSuccess: JSONSelection)
              repeatable on SCHEMA
            """;

    private static final Map<String, Specification> OTHERS = Map.ofEntries(
            entry("tag/v0.1", null, "directive @tag(name: String!) repeatable on " + FIRST_PLACES),
            entry("tag/v0.2", null, "directive @tag(name: String!) repeatable on " + MORE_PLACES),
            entry("tag/v0.3", 0, "directive @tag(name: String!) repeatable on " + MORE_PLACES + " | SCHEMA"),
            entry("inaccessible/v0.1", null, "directive @inaccessible on " + FIRST_PLACES),
            entry("inaccessible/v0.2", 0, "directive @inaccessible on " + MORE_PLACES),
            entry("cost/v0.1", 9, COST),
            entry("context/v0.1", null, CONTEXT),
            entry("connect/v0.1", 10, CONNECT),
            entry("connect/v0.2", 10, CONNECT),
            entry("connect/v0.3", 12, CONNECT),
            entry("connect/v0.4", 13, CONNECT),
            entry("authenticated/v0.1", 5, "directive @authenticated on " + PROTECTED),
            entry(
                    "requiresScopes/v0.1",
                    null,
                    "scalar Scope directive @requiresScopes(scopes: [[Scope!]!]!) on " + PROTECTED),
            entry("policy/v0.1", null, "scalar Policy directive @policy(policies: [[Policy!]!]!) on " + PROTECTED));

    private KnownSpecifications() {}

    private static Map.Entry<String, Specification> entry(String url, @Nullable Integer needs, String sdl) {
        FederationVersion needed = needs == null ? null : new FederationVersion(2, needs);
        return Map.entry("https://specs.apollo.dev/" + url, Specification.of(List.of(sdl), needed));
    }

    /** What this version of the specification defines, or null where nobody here knows it. */
    static @Nullable Specification find(String identity, FeatureVersion version) {
        if (identity.equals(FederationSpecification.IDENTITY)) {
            return FederationSpecification.knows(version) ? FederationSpecification.of(version) : null;
        }
        if (identity.equals(LINK)) {
            return version.equals(LINK_VERSION) ? LINK_SPECIFICATION : null;
        }
        return OTHERS.get(identity + "/" + version);
    }
}
