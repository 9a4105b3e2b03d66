package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The prefixes that linked specifications have in the supergraph: their names, unless something else is called so or
 * begins so. Those that have to give way get one that begins like no name in any subgraph.
 */
final class SpecificationAliases {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*");

    private static final String FIRST = "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LATER = FIRST.substring(1) + "0123456789";
    private static final int LONGEST_PREFIX = 12;

    private final Map<String, Map<String, String>> importsByIdentity = new LinkedHashMap<>();
    private final List<SubgraphSchema> schemas;
    private final Set<String> taken = new HashSet<>(Set.of("link", "join"));
    private int given;
    private @Nullable String prefix;

    SpecificationAliases(List<SubgraphSchema> schemas) {
        this.schemas = schemas;
    }

    /** That a directive of the specification is in the supergraph under the name. */
    void imported(SpecificationUrl url, String directive, String nameHere) {
        importsByIdentity
                .computeIfAbsent(url.identity(), key -> new LinkedHashMap<>())
                .put(directive, nameHere);
    }

    /** The specification's prefix: call it once for each, in the order of their links. */
    String of(SpecificationUrl url) {
        String alias = isFree(url) ? url.name() : unused(url.name());
        taken.add(alias);
        return alias;
    }

    private boolean isFree(SpecificationUrl url) {
        String alias = url.name();
        if (taken.contains(alias) || !isName(alias)) {
            return false;
        }
        for (Map.Entry<String, Map<String, String>> other : importsByIdentity.entrySet()) {
            boolean own = other.getKey().equals(url.identity());
            for (Map.Entry<String, String> imported : other.getValue().entrySet()) {
                if (confuses(alias, url.name(), imported.getKey(), imported.getValue(), own)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean confuses(
            String alias, String specification, String directive, String nameHere, boolean own) {
        if (nameHere.equals(alias)) {
            return !own || !directive.equals(specification);
        }
        return nameHere.startsWith(alias + "__")
                && (!own || !nameHere.substring(alias.length() + 2).equals(directive));
    }

    private static boolean isName(String alias) {
        return NAME.matcher(alias).matches() || alias.startsWith("_") && isName(alias.substring(1));
    }

    private String unused(String specification) {
        if (prefix == null) {
            prefix = shortestPrefixOfNoName();
        }
        return prefix + given++ + specification.replaceAll("[^a-zA-Z]", "");
    }

    private String shortestPrefixOfNoName() {
        Set<String> prefixes = new HashSet<>();
        Consumer<String> reserve = name -> IntStream.rangeClosed(1, Math.min(name.length(), LONGEST_PREFIX))
                .forEach(end -> prefixes.add(name.substring(0, end)));
        taken.forEach(reserve);
        importsByIdentity.values().forEach(imports -> imports.values().forEach(reserve));
        schemas.forEach(schema -> {
            schema.types().keySet().forEach(reserve);
            schema.directives().keySet().forEach(reserve);
        });
        String candidate = "_";
        while (prefixes.contains(candidate)) {
            candidate = next(candidate);
        }
        return candidate;
    }

    /** The following one, shorter ones first. */
    private static String next(String candidate) {
        char[] characters = candidate.toCharArray();
        for (int i = characters.length - 1; i >= 0; i--) {
            String alphabet = i == 0 ? FIRST : LATER;
            int position = alphabet.indexOf(characters[i]);
            if (position + 1 < alphabet.length()) {
                characters[i] = alphabet.charAt(position + 1);
                return new String(characters);
            }
            characters[i] = alphabet.charAt(0);
        }
        return FIRST.charAt(0) + "a".repeat(candidate.length());
    }
}
