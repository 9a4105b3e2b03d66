package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.merge.directive.TooManyAlternativesException;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.FieldJoin.ContextArgument;
import io.asyncflow.gateway.supergraph.FieldSet;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may ask for a field must be allowed all that the field {@code @requires} or takes {@code @fromContext}. */
final class MissingTransitiveAuthRequirements implements SupergraphRule {

    @Override
    public List<Problem> check(Subject subject) {
        AccessRequirements requirements = new AccessRequirements(subject.supergraph());
        if (requirements.isEmpty()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        ContextTypes contexts = new ContextTypes(subject.supergraph());
        for (Type type : subject.supergraph().types().values()) {
            if (type instanceof FieldsType fields) {
                for (Field field : fields.fields().values()) {
                    new FieldCheck(subject, requirements, contexts, fields, field, problems).check();
                }
            }
        }
        return problems;
    }

    private record FieldCheck(
            Subject subject,
            AccessRequirements requirements,
            ContextTypes contexts,
            FieldsType type,
            Field field,
            List<Problem> problems) {

        private void check() {
            try {
                checkJoins();
            } catch (TooManyAlternativesException e) {
                Coordinate coordinate = Coordinate.member(type.name(), field.name());
                problems.add(new Problem(
                        ErrorCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS,
                        "\"" + coordinate + "\" and its type have requirements that nobody can compare. "
                                + e.getMessage(),
                        subject.sources().places(List.of(), coordinate, source -> true)));
            }
        }

        private void checkJoins() {
            for (FieldJoin join : field.joins()) {
                FieldSet requires = join.requires();
                if (requires != null) {
                    checkSelected(type, requires.selections(), join.graph(), "@requires");
                }
                join.contextArguments().forEach(argument -> checkContext(argument, join.graph()));
            }
        }

        private void checkContext(ContextArgument argument, @Nullable Graph graph) {
            for (Type context : contexts.of(argument.context())) {
                if (!granted().imply(requirements.of(context))) {
                    report(context.name(), graph, "@fromContext");
                } else {
                    checkSelected(context, Parser.selections(argument.selection()), graph, "@fromContext");
                }
            }
        }

        private void checkSelected(Type from, List<Selection> selections, @Nullable Graph graph, String directive) {
            String denied = new Denied(subject.supergraph(), requirements, granted()).first(from, selections);
            if (denied != null) {
                report(denied, graph, directive);
            }
        }

        private AccessRequirement granted() {
            return requirements.of(type).and(requirements.of(field));
        }

        private void report(String denied, @Nullable Graph graph, String directive) {
            Coordinate coordinate = Coordinate.member(type.name(), field.name());
            List<Place> places = subject.sources().of(coordinate).stream()
                    .filter(source -> graph != null && source.subgraph().equals(graph.name()))
                    .map(Sources.Source::place)
                    .toList();
            problems.add(new Problem(
                    ErrorCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS,
                    "\"" + coordinate + "\" takes data from \"" + denied + "\" by " + directive
                            + ", which asks for more than it does. Repeat the @authenticated, @requiresScopes and"
                            + " @policy of \"" + denied + "\" on \"" + coordinate + "\".",
                    places));
        }
    }
}
