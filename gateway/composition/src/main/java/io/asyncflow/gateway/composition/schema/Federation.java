package io.asyncflow.gateway.composition.schema;

/**
 * The canonical names of Federation's directives in a {@link SubgraphSchema}. No GraphQL name holds a colon, so none of
 * them can collide with a directive of the subgraph's own.
 */
public final class Federation {

    public static final String LINK = "link:link";
    public static final String KEY = "federation:key";
    public static final String REQUIRES = "federation:requires";
    public static final String PROVIDES = "federation:provides";
    public static final String EXTERNAL = "federation:external";
    public static final String SHAREABLE = "federation:shareable";
    public static final String OVERRIDE = "federation:override";
    public static final String INTERFACE_OBJECT = "federation:interfaceObject";
    public static final String COMPOSE_DIRECTIVE = "federation:composeDirective";
    public static final String TAG = "federation:tag";
    public static final String INACCESSIBLE = "federation:inaccessible";
    public static final String AUTHENTICATED = "federation:authenticated";
    public static final String REQUIRES_SCOPES = "federation:requiresScopes";
    public static final String POLICY = "federation:policy";
    public static final String CONTEXT = "federation:context";
    public static final String FROM_CONTEXT = "federation:fromContext";
    public static final String COST = "federation:cost";
    public static final String LIST_SIZE = "federation:listSize";
    public static final String CACHE_TAG = "federation:cacheTag";

    public static final String CONNECT = "federation:connect";
    public static final String SOURCE = "federation:source";

    private Federation() {}
}
