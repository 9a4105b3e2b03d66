package io.asyncflow.gateway.composition.subgraph.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The versions of the Federation specification, each as what it adds to the one before it. */
final class FederationSpecification {

    static final String IDENTITY = "https://specs.apollo.dev/federation";

    private static final int NEWEST_MINOR = 14;

    private static final String EVERYWHERE_BUT_SCHEMA = """
            FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE
            | INPUT_OBJECT | INPUT_FIELD_DEFINITION
            """;

    private static final String FED_1 = """
            scalar FieldSet
            directive @key(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
            directive @requires(fields: FieldSet!) on FIELD_DEFINITION
            directive @provides(fields: FieldSet!) on FIELD_DEFINITION
            directive @external(reason: String) on OBJECT | FIELD_DEFINITION
            directive @extends on OBJECT | INTERFACE
            directive @tag(name: String!) repeatable on\s""" + EVERYWHERE_BUT_SCHEMA;

    private static final String V2_0 = """
            directive @shareable on OBJECT | FIELD_DEFINITION
            directive @override(from: String!) on FIELD_DEFINITION
            directive @inaccessible on\s""" + EVERYWHERE_BUT_SCHEMA;

    private static final Map<Integer, String> ADDED = new TreeMap<>(Map.of(
            1,
            "directive @composeDirective(name: String) repeatable on SCHEMA",
            2,
            "directive @shareable repeatable on OBJECT | FIELD_DEFINITION",
            3,
            """
            directive @interfaceObject on OBJECT
            directive @tag(name: String!) repeatable on SCHEMA |\s""" + EVERYWHERE_BUT_SCHEMA,
            5,
            """
            scalar Scope
            directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @requiresScopes(scopes: [[Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            """,
            6,
            """
            scalar Policy
            directive @policy(policies: [[Policy!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            """,
            7,
            "directive @override(from: String!, label: String) on FIELD_DEFINITION",
            8,
            KnownSpecifications.CONTEXT,
            9,
            KnownSpecifications.COST,
            12,
            "directive @cacheTag(format: String!) repeatable on OBJECT | FIELD_DEFINITION"));

    static final Specification FEDERATION_1 = Specification.of(FED_1);

    private static final List<Specification> FEDERATION_2 = federation2();

    private FederationSpecification() {}

    private static List<Specification> federation2() {
        List<String> texts = new ArrayList<>(List.of(FED_1, V2_0));
        List<Specification> versions = new ArrayList<>();
        for (int minor = 0; minor <= NEWEST_MINOR; minor++) {
            texts.add(ADDED.getOrDefault(minor, "scalar FieldSet"));
            versions.add(Specification.of(texts, null));
        }
        return List.copyOf(versions);
    }

    static boolean knows(FeatureVersion version) {
        return version.major() == 2 && version.minor() <= NEWEST_MINOR;
    }

    static Specification of(FeatureVersion version) {
        return FEDERATION_2.get(version.minor());
    }
}
