package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The directives that have a field set, each with its codes; null where it lacks that rule. */
enum FieldSetDirective {
    KEY(
            ErrorCode.KEY_INVALID_FIELDS_TYPE,
            ErrorCode.KEY_INVALID_FIELDS,
            ErrorCode.KEY_DIRECTIVE_IN_FIELDS_ARG,
            ErrorCode.KEY_UNSUPPORTED_ON_INTERFACE,
            ErrorCode.KEY_FIELDS_HAS_ARGS,
            null),
    REQUIRES(
            ErrorCode.REQUIRES_INVALID_FIELDS_TYPE,
            ErrorCode.REQUIRES_INVALID_FIELDS,
            ErrorCode.REQUIRES_DIRECTIVE_IN_FIELDS_ARG,
            ErrorCode.REQUIRES_UNSUPPORTED_ON_INTERFACE,
            null,
            ErrorCode.REQUIRES_FIELDS_MISSING_EXTERNAL),
    PROVIDES(
            ErrorCode.PROVIDES_INVALID_FIELDS_TYPE,
            ErrorCode.PROVIDES_INVALID_FIELDS,
            ErrorCode.PROVIDES_DIRECTIVE_IN_FIELDS_ARG,
            ErrorCode.PROVIDES_UNSUPPORTED_ON_INTERFACE,
            ErrorCode.PROVIDES_FIELDS_HAS_ARGS,
            ErrorCode.PROVIDES_FIELDS_MISSING_EXTERNAL);

    final ErrorCode invalidFieldsType;
    final ErrorCode invalidFields;
    final ErrorCode directiveInFields;
    final ErrorCode unsupportedOnInterface;
    final @Nullable ErrorCode fieldsHasArgs;
    final @Nullable ErrorCode missingExternal;

    FieldSetDirective(
            ErrorCode invalidFieldsType,
            ErrorCode invalidFields,
            ErrorCode directiveInFields,
            ErrorCode unsupportedOnInterface,
            @Nullable ErrorCode fieldsHasArgs,
            @Nullable ErrorCode missingExternal) {
        this.invalidFieldsType = invalidFieldsType;
        this.invalidFields = invalidFields;
        this.directiveInFields = directiveInFields;
        this.unsupportedOnInterface = unsupportedOnInterface;
        this.fieldsHasArgs = fieldsHasArgs;
        this.missingExternal = missingExternal;
    }
}
