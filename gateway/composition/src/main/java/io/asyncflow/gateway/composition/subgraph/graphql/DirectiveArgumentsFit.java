package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.composition.subgraph.draft.Values;
import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.BooleanValue;
import io.asyncflow.gateway.language.Value.FloatValue;
import io.asyncflow.gateway.language.Value.IntValue;
import io.asyncflow.gateway.language.Value.NullValue;
import io.asyncflow.gateway.language.Value.StringValue;

/** A directive gets arguments that it has, all that it needs, and values that fit them. */
final class DirectiveArgumentsFit implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        Values values = new Values(draft);
        draft.applications().forEach((name, applications) -> {
            DirectiveDefinition definition = draft.directive(name);
            if (definition != null) {
                applications.forEach(applied -> new Check(values, definition, applied, reporter).run());
            }
        });
    }

    private record Check(Values values, DirectiveDefinition definition, Applied applied, Reporter reporter) {

        void run() {
            for (Argument argument : applied.directive().arguments()) {
                if (definition.arguments().stream()
                        .noneMatch(known -> known.name().equals(argument.name()))) {
                    wrong("has no argument \"%s\"; remove it or correct its name".formatted(argument.name()), argument);
                }
            }
            definition.arguments().forEach(this::argument);
        }

        private void argument(InputValueDefinition argument) {
            Value value = applied.directive().argument(argument.name());
            boolean required = argument.type().isNonNull() && argument.defaultValue() == null;
            if (value == null && required) {
                wrong(
                        "needs its argument \"%s: %s\"; add it".formatted(argument.name(), argument.type()),
                        applied.directive());
            }
            if (value != null && !isBlank(value) && !values.fits(value, argument.type())) {
                wrong(
                        "takes \"%s: %s\", which %s does not fit"
                                .formatted(argument.name(), argument.type(), Printer.print(value)),
                        applied.directive());
            }
        }

        /** Federation has always let these pass, whatever the type. */
        private static boolean isBlank(Value value) {
            return switch (value) {
                case NullValue _ -> true;
                case StringValue(String text) -> text.isEmpty();
                case BooleanValue(boolean flag) -> !flag;
                case IntValue(String number) -> Double.parseDouble(number) == 0;
                case FloatValue(String number) -> Double.parseDouble(number) == 0;
                default -> false;
            };
        }

        private void wrong(String problem, Node node) {
            reporter.report(
                    ErrorCode.INVALID_GRAPHQL,
                    "%s on %s %s.".formatted(applied.shown(), applied.site().coordinate(), problem),
                    node);
        }
    }
}
