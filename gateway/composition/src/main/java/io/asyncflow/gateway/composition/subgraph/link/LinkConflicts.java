package io.asyncflow.gateway.composition.subgraph.link;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.supergraph.Link.Import;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps the links of one schema apart: no two may give a name two meanings. */
final class LinkConflicts {

    private static final Pattern ALIAS = Pattern.compile("[_A-Za-z][_0-9A-Za-z.-]*");

    private final Map<String, Feature> byIdentity = new HashMap<>();
    private final Map<String, Feature> byAlias = new HashMap<>();
    private final Map<String, Imported> imported = new HashMap<>();
    private final Map<String, Imported> prefixed = new HashMap<>();

    private record Imported(Feature from, String element) {}

    /** Whether the link can stand beside those added before it; what speaks against it is reported. */
    boolean add(Feature feature, Reporter reporter) {
        String problem = problem(feature);
        if (problem != null) {
            reporter.report(ErrorCode.INVALID_LINK_DIRECTIVE_USAGE, problem, feature.application());
            return false;
        }
        byIdentity.put(feature.identity(), feature);
        byAlias.put(feature.alias(), feature);
        return true;
    }

    private @Nullable String problem(Feature feature) {
        String alias = feature.alias();
        if (byIdentity.containsKey(feature.identity())) {
            return "\"%s\" is linked twice; make one @link of both.".formatted(feature.identity());
        }
        if (!ALIAS.matcher(alias).matches()
                || alias.endsWith("_")
                || alias.contains("__") && !isOldSupergraphAlias(feature)) {
            return "\"%s\" cannot be linked as \"%s\"; give it, with as, a GraphQL name without \"__\" in it or \"_\" at its end."
                    .formatted(feature.identity(), alias);
        }
        Imported confused = prefixed.getOrDefault(alias, imported.get("@" + alias));
        if (confused != null) {
            return confusing(confused.element(), confused.from(), feature);
        }
        if (byAlias.containsKey(alias)) {
            return twoMeanings(alias, byAlias.get(alias), feature);
        }
        Map<String, String> names = new HashMap<>();
        for (Import one : feature.imports()) {
            String problem = problem(feature, one);
            if (problem != null) {
                return problem;
            }
            String before = names.putIfAbsent(one.name(), one.as());
            if (before != null && !before.equals(one.as())) {
                return "\"%s\" is imported both as \"%s\" and as \"%s\"; import it once."
                        .formatted(one.name(), before, one.as());
            }
        }
        return null;
    }

    private @Nullable String problem(Feature feature, Import one) {
        boolean directive = one.name().startsWith("@");
        String here = directive ? one.as().substring(1) : one.as();
        String there = directive ? one.name().substring(1) : one.name();
        int split = here.indexOf("__");
        if (split >= 0) {
            String prefix = here.substring(0, split);
            Feature other = prefix.equals(feature.alias()) ? feature : byAlias.get(prefix);
            boolean sameName = other == feature && here.substring(split + 2).equals(there);
            if (other != null && !sameName) {
                return confusing(one.name(), feature, other);
            }
            if (other == null) {
                prefixed.put(prefix, new Imported(feature, one.name()));
            }
        }
        Feature called = here.equals(feature.alias()) ? feature : byAlias.get(here);
        if (directive && called != null && !(called == feature && there.equals(feature.name()))) {
            return confusing(one.name(), feature, called);
        }
        Imported before = imported.putIfAbsent(one.as(), new Imported(feature, one.name()));
        if (before != null && !(before.from() == feature && before.element().equals(one.name()))) {
            return twoMeanings(one.as(), before.from(), feature);
        }
        return null;
    }

    /** Supergraphs of old composers link these two so. */
    private static boolean isOldSupergraphAlias(Feature feature) {
        return feature.imports().isEmpty()
                && (feature.name().equals("tag") || feature.name().equals("inaccessible"))
                && feature.alias().equals("federation__" + feature.name());
    }

    private static String confusing(String element, Feature from, Feature other) {
        return "The import \"%s\" from \"%s\" has a name that also belongs to \"%s\"; rename one of them with as."
                .formatted(element, from.identity(), other.identity());
    }

    private static String twoMeanings(String name, @Nullable Feature one, Feature other) {
        return "\"%s\" would stand for an element of \"%s\" and of \"%s\"; rename one of them with as."
                .formatted(name, one == null ? "another specification" : one.identity(), other.identity());
    }
}
