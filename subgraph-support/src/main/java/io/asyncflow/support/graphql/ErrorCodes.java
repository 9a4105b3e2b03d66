package io.asyncflow.support.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.UnknownOperationException;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/** Gives each error that the engine itself raised the code that Apollo's servers give it. */
final class ErrorCodes implements WebGraphQlInterceptor {

    private static final String CODE = "code";
    private static final String INVALID = "GRAPHQL_VALIDATION_FAILED";
    private static final String UNRESOLVED = "OPERATION_RESOLUTION_FAILURE";

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(response -> {
            var errors = response.getExecutionResult().getErrors();
            return errors.isEmpty()
                    ? response
                    : response.transform(builder -> builder.errors(
                            errors.stream().map(ErrorCodes::coded).toList()));
        });
    }

    private static GraphQLError coded(GraphQLError error) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put(CODE, code(error));
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        extensions.remove("classification");
        return new Coded(error.getMessage(), error.getLocations(), error.getPath(), extensions);
    }

    private static String code(GraphQLError error) {
        // graphql-java takes this one for a failed validation.
        return error instanceof UnknownOperationException ? UNRESOLVED : code(error.getErrorType());
    }

    private static String code(ErrorClassification classification) {
        return switch (classification) {
            case ErrorType.InvalidSyntax -> "GRAPHQL_PARSE_FAILED";
            case ErrorType.ValidationError -> INVALID;
            case ErrorType.OperationNotSupported -> UNRESOLVED;
            case ErrorType.ExecutionAborted -> "OPERATION_TOO_COSTLY";
            default -> "IntrospectionDisabled".equals(classification.toString()) ? INVALID : FaultHandler.INTERNAL;
        };
    }

    /** An error without a class of graphql-java's: that would tell clients the same as the code, in other words. */
    private record Coded(
            String message,
            List<SourceLocation> locations,
            @Nullable List<Object> path,
            Map<String, Object> extensions) implements GraphQLError {

        @Override
        public String getMessage() {
            return message;
        }

        @Override
        public List<SourceLocation> getLocations() {
            return locations;
        }

        @Override
        public @Nullable List<Object> getPath() {
            return path;
        }

        @Override
        public Map<String, Object> getExtensions() {
            return extensions;
        }

        @Override
        public @Nullable ErrorClassification getErrorType() {
            return null;
        }
    }
}
