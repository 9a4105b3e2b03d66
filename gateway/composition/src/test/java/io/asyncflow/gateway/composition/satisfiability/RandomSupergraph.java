package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.FieldSet;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.TypeJoin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A small supergraph of entities, made from a seed; most have queries that cannot be answered. */
final class RandomSupergraph {

    private final Random random;
    private final boolean rich;
    private final boolean connected;
    private final List<Graph> graphs = new ArrayList<>();
    private final List<String> entities = new ArrayList<>();
    private final Map<String, List<Graph>> homes = new LinkedHashMap<>();
    private final Map<String, Type> types = new LinkedHashMap<>();

    /**
     * @param rich with composite and nested keys, and with {@code @requires} and {@code @provides}
     * @param connected every entity is in every subgraph, under a key that all of them resolve
     */
    private RandomSupergraph(long seed, boolean rich, boolean connected) {
        this.random = new Random(seed * 31 + 7);
        this.rich = rich;
        this.connected = connected;
    }

    static Supergraph of(long seed, boolean rich, boolean connected) {
        return new RandomSupergraph(seed, rich, connected).make();
    }

    private Supergraph make() {
        for (int graph = 0; graph < 2 + random.nextInt(3); graph++) {
            graphs.add(new Graph("G" + graph, "g" + graph, ""));
        }
        for (int entity = 0; entity < 2 + random.nextInt(2); entity++) {
            entities.add("E" + entity);
        }
        entities.forEach(entity -> homes.put(entity, some(graphs, connected ? 100 : 75)));
        entities.forEach(entity -> types.put(entity, entity(entity)));
        types.put("Query", query());
        return new Supergraph(
                graphs, List.of(), null, Map.of(OperationType.QUERY, "Query"), types, Map.of(), List.of());
    }

    private Type query() {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String entity : entities) {
            List<FieldJoin> joins = new ArrayList<>();
            for (Graph home : homesOf(entity)) {
                if (random.nextInt(3) == 0) {
                    joins.add(FieldJoin.in(home));
                }
            }
            if (!joins.isEmpty()) {
                fields.put("q" + entity, field("q" + entity, entity, joins));
            }
        }
        List<TypeJoin> joins = graphs.stream().map(graph -> join(graph, null)).toList();
        return new Type.ObjectType("Query", null, List.of(), fields, joins, List.of());
    }

    private Type entity(String name) {
        List<Graph> homes = homesOf(name);
        String next = entities.get(random.nextInt(entities.size()));
        List<Graph> knowNext = homes.stream().filter(homesOf(next)::contains).toList();
        Map<String, List<Graph>> owners = new LinkedHashMap<>();
        owners.put("id", connected ? homes : some(homes, 80));
        owners.put("sku", some(homes, 45));
        owners.put("name", some(homes, 35));
        owners.put("next", some(knowNext, 50));
        Map<String, Field> fields = new LinkedHashMap<>();
        owners.forEach((field, in) -> {
            if (!in.isEmpty()) {
                fields.put(field, owned(field, field.equals("next") ? next : "Int", in, homes));
            }
        });
        if (rich) {
            homes.forEach(home -> addDerived(home, owners, fields));
        }
        return new Type.ObjectType(name, null, List.of(), fields, keys(homes, owners), List.of());
    }

    private List<Graph> homesOf(String entity) {
        return homes.getOrDefault(entity, List.of());
    }

    private Field owned(String name, String type, List<Graph> owners, List<Graph> homes) {
        List<FieldJoin> joins = new ArrayList<>();
        for (Graph home : homes) {
            boolean owner = owners.contains(home);
            if (!owner && name.equals("next")) {
                continue;
            }
            String provided = rich && owner && name.equals("next") && random.nextInt(3) == 0 ? "name" : null;
            joins.add(new FieldJoin(home, null, set(provided), null, !owner, null, false, null, List.of()));
        }
        return field(name, type, joins);
    }

    /** A field of the subgraph that requires one it does not own. */
    private void addDerived(Graph home, Map<String, List<Graph>> owners, Map<String, Field> into) {
        String required = random.nextBoolean() ? "name" : "sku";
        if (!owners.getOrDefault(required, List.of()).contains(home) && random.nextInt(2) == 0) {
            String name = "from" + home.id();
            FieldJoin join = new FieldJoin(home, set(required), null, null, false, null, false, null, List.of());
            into.put(name, field(name, "Int", List.of(join)));
        }
    }

    private List<TypeJoin> keys(List<Graph> homes, Map<String, List<Graph>> owners) {
        List<TypeJoin> joins = new ArrayList<>();
        for (Graph home : homes) {
            List<String> possible = new ArrayList<>(List.of("id", "sku"));
            possible.removeIf(key -> !owners.getOrDefault(key, List.of()).contains(home));
            if (rich && possible.size() == 2) {
                possible.add("id sku");
            }
            if (rich && owners.getOrDefault("next", List.of()).contains(home)) {
                possible.add("next { sku }");
            }
            int before = joins.size();
            some(possible, 45).forEach(key -> joins.add(join(home, key)));
            if (connected) {
                joins.add(join(home, "id"));
            }
            if (joins.size() == before) {
                joins.add(join(home, null));
            }
        }
        return joins;
    }

    private TypeJoin join(Graph graph, @Nullable String key) {
        boolean resolvable = connected || random.nextInt(6) > 0;
        return new TypeJoin(graph, set(key), false, resolvable, false);
    }

    private static Field field(String name, String type, List<FieldJoin> joins) {
        return new Field(name, null, List.of(), TypeRef.named(type), joins, List.of());
    }

    private static @Nullable FieldSet set(@Nullable String fields) {
        return fields == null ? null : new FieldSet(Parser.selections(fields));
    }

    /** At least one, if there is one. */
    private <T> List<T> some(List<T> all, int percent) {
        List<T> chosen = new ArrayList<>(all);
        chosen.removeIf(_ -> random.nextInt(100) >= percent);
        return chosen.isEmpty() && !all.isEmpty() ? List.of(all.get(random.nextInt(all.size()))) : chosen;
    }
}
