package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.merge.directive.Vocabulary.Origin;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads every {@code @composeDirective} and reports those that cannot be followed. */
final class ComposeRequests {

    private static final Set<String> COMPOSED_BY_DEFAULT =
            Set.of("tag", "inaccessible", "authenticated", "requiresScopes", "policy", "context");

    private static final Set<String> NOT_SPECIFIED =
            Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf", "link");

    private final List<Vocabulary> vocabularies;
    private final Findings findings;
    private final List<ComposeRequest> requests = new ArrayList<>();

    private ComposeRequests(List<Vocabulary> vocabularies, Findings findings) {
        this.vocabularies = vocabularies;
        this.findings = findings;
    }

    static List<ComposeRequest> read(List<Vocabulary> vocabularies, Findings findings) {
        ComposeRequests requests = new ComposeRequests(vocabularies, findings);
        for (Vocabulary vocabulary : vocabularies) {
            for (Directive directive : vocabulary.schema().schema().directives()) {
                if (directive.name().equals(Federation.COMPOSE_DIRECTIVE)) {
                    requests.read(vocabulary, directive);
                }
            }
        }
        return requests.requests;
    }

    private void read(Vocabulary vocabulary, Directive directive) {
        String argument = directive.argument("name") instanceof StringValue(String name) ? name : "";
        if (argument.isEmpty()) {
            refuse(
                    vocabulary,
                    directive,
                    "@composeDirective names no directive. Give it the name of one, such as \"@myDirective\".");
        } else if (!argument.startsWith("@")) {
            refuse(
                    vocabulary,
                    directive,
                    "@composeDirective names \"" + argument + "\" without the @ of a directive. Write \"@" + argument
                            + "\".");
        } else {
            read(vocabulary, directive, argument.substring(1));
        }
    }

    private void read(Vocabulary vocabulary, Directive directive, String nameHere) {
        Origin origin = vocabulary.origin(nameHere);
        String name = origin == null ? null : origin.name();
        if (origin != null && name != null && Specification.isFederations(origin.feature())) {
            federation(vocabulary, directive, nameHere);
        } else if (!vocabulary.schema().directives().containsKey(nameHere)) {
            refuse(vocabulary, directive, undefined(vocabulary, nameHere));
        } else if (origin == null) {
            refuse(
                    vocabulary,
                    directive,
                    "@" + nameHere + " belongs to no linked specification, so it cannot be composed. @link the"
                            + " specification it is from and import \"@" + nameHere + "\" there.");
        } else if (name == null) {
            refuse(
                    vocabulary,
                    directive,
                    "@" + nameHere + " is imported under another name, so it cannot be composed under this one. Compose"
                            + " the name that the @link imports.");
        } else if (!conflicts(vocabulary, directive, nameHere, "tag")
                && !conflicts(vocabulary, directive, nameHere, "inaccessible")) {
            requests.add(new ComposeRequest(vocabulary, origin.feature(), name, nameHere, directive));
        }
    }

    private void federation(Vocabulary vocabulary, Directive directive, String nameHere) {
        Feature federation = vocabulary.feature(Specification.FEDERATION);
        boolean byDefault = COMPOSED_BY_DEFAULT.stream()
                .anyMatch(each -> nameHere.equals(federation == null ? each : federation.nameHere(each)));
        if (byDefault) {
            findings.hint(
                    HintCode.DIRECTIVE_COMPOSITION_INFO,
                    "Subgraph \"" + vocabulary.schema().name() + "\" composes @" + nameHere
                            + ", which reaches the supergraph without being asked to. Drop the @composeDirective.",
                    List.of(place(vocabulary, directive)));
        } else {
            refuse(
                    vocabulary,
                    directive,
                    "@" + nameHere + " is Federation's own, and what it says reaches the supergraph in other ways. Drop"
                            + " the @composeDirective.");
        }
    }

    private boolean conflicts(Vocabulary vocabulary, Directive directive, String nameHere, String carried) {
        List<String> subgraphs = vocabularies.stream()
                .filter(each -> each.federationName(carried).equals(nameHere))
                .map(each -> each.schema().name())
                .toList();
        if (subgraphs.isEmpty()) {
            return false;
        }
        refuse(
                vocabulary,
                directive,
                "@" + nameHere + " cannot be composed, because Federation's @" + carried + " has this name in "
                        + Wording.subgraphs(subgraphs) + ". Import one of the two under another name.");
        return true;
    }

    private static String undefined(Vocabulary vocabulary, String nameHere) {
        if (NOT_SPECIFIED.contains(nameHere)) {
            return "@" + nameHere + " is not composed: GraphQL or @link itself defines it. Drop the @composeDirective.";
        }
        Set<String> defined = vocabulary.schema().directives().keySet();
        return "@composeDirective names @" + nameHere + ", which the subgraph does not define."
                + (defined.isEmpty()
                        ? " Define the directive."
                        : defined.stream()
                                .map(each -> "@" + each)
                                .collect(Collectors.joining(", ", " It defines ", ".")));
    }

    private void refuse(Vocabulary vocabulary, Directive directive, String message) {
        findings.problem(ErrorCode.DIRECTIVE_COMPOSITION_ERROR, message, List.of(place(vocabulary, directive)));
    }

    private static Place place(Vocabulary vocabulary, Directive directive) {
        return Place.of(vocabulary.schema().name(), directive.position());
    }
}
