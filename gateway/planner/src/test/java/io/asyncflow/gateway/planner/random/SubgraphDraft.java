package io.asyncflow.gateway.planner.random;

import io.asyncflow.gateway.composition.schema.Subgraph;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A subgraph's schema in the making. */
final class SubgraphDraft {

    private static final String LINK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@provides", "@external", "@shareable", "@override", "@interfaceObject", "@context", "@fromContext", "@inaccessible"])

            """;

    final String name;
    private final Map<String, TypeDraft> types = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();

    SubgraphDraft(String name) {
        this.name = name;
    }

    boolean has(String type) {
        return types.containsKey(type) || others.containsKey(type);
    }

    TypeDraft type(String type) {
        return types.computeIfAbsent(type, TypeDraft::new);
    }

    /** A union or an enum, as it is written. */
    void define(String type, String text) {
        others.put(type, text);
    }

    boolean isMember(String union, String type) {
        return List.of(others.getOrDefault(union, "").split("[ =|]+")).contains(type);
    }

    Subgraph done() {
        String text = types.values().stream()
                .filter(type -> !type.fields.isEmpty())
                .map(TypeDraft::text)
                .collect(Collectors.joining("\n"));
        return new Subgraph(name, "http://" + name, LINK + text + "\n" + String.join("\n", others.values()) + "\n");
    }

    /** A type with fields. */
    static final class TypeDraft {

        final String name;
        String keyword = "type";
        final Set<String> interfaces = new TreeSet<>();
        final Set<String> directives = new LinkedHashSet<>();
        final Map<String, FieldDraft> fields = new LinkedHashMap<>();

        private TypeDraft(String name) {
            this.name = name;
        }

        FieldDraft add(String field, String arguments, String type) {
            return fields.computeIfAbsent(field, _ -> new FieldDraft(field, arguments, type));
        }

        FieldDraft add(FieldDraft field) {
            return add(field.name, field.arguments, field.type);
        }

        String text() {
            String implemented = interfaces.isEmpty() ? "" : " implements " + String.join(" & ", interfaces);
            return keyword + " " + name + implemented
                    + directives.stream().map(each -> " " + each).collect(Collectors.joining())
                    + " {\n"
                    + fields.values().stream().map(FieldDraft::text).collect(Collectors.joining())
                    + "}\n";
        }
    }

    /** A field of one of its types. */
    static final class FieldDraft {

        final String name;
        final String arguments;
        final String type;
        final Set<String> directives = new LinkedHashSet<>();

        private FieldDraft(String name, String arguments, String type) {
            this.name = name;
            this.arguments = arguments;
            this.type = type;
        }

        FieldDraft with(String directive) {
            directives.add(directive);
            return this;
        }

        String text() {
            return "  " + name + arguments + ": " + type
                    + directives.stream().map(each -> " " + each).collect(Collectors.joining()) + "\n";
        }
    }
}
