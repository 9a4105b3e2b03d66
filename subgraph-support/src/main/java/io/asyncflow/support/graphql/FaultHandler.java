package io.asyncflow.support.graphql;

import com.netflix.graphql.dgs.exceptions.MissingDgsEntityFetcherException;
import com.netflix.graphql.dgs.exceptions.MissingFederatedQueryArgument;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.ClientFault;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failed field tells the client: a {@link ClientFault} in full, of anything else only that it happened. A client
 * that has gone away aborts every field that is still under way; there is nobody to tell, and nothing to log.
 */
final class FaultHandler implements DataFetcherExceptionHandler {

    static final String INTERNAL = "INTERNAL_SERVER_ERROR";

    private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable fault = recognised(unwrapped(parameters.getException()));
        GraphQLError error = switch (fault) {
            case ClientFault refusal -> told(refusal, parameters);
            case AbortExecutionException abandoned -> abandoned;
            default -> scrubbed(fault, parameters);
        };
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    /** Who asks for entities that are not ours has made a mistake; DGS does not tell it from one of ours. */
    private static Throwable recognised(Throwable fault) {
        return fault instanceof MissingDgsEntityFetcherException || fault instanceof MissingFederatedQueryArgument
                ? new BadInput("representations", "must each name a type in __typename that this service resolves")
                : fault;
    }

    private static GraphQLError told(ClientFault refusal, DataFetcherExceptionHandlerParameters parameters) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", refusal.code());
        extensions.putAll(refusal.details());
        return at(parameters)
                .message("%s", refusal.getMessage())
                .extensions(extensions)
                .build();
    }

    private static GraphQLError scrubbed(Throwable fault, DataFetcherExceptionHandlerParameters parameters) {
        LOG.error("Field {} failed", parameters.getPath(), fault);
        return at(parameters)
                .message("Something went wrong on our side. The X-Request-Id of this response finds it in our logs.")
                .extensions(Map.of("code", INTERNAL))
                .build();
    }

    private static GraphqlErrorBuilder<?> at(DataFetcherExceptionHandlerParameters parameters) {
        return GraphqlErrorBuilder.newError().path(parameters.getPath()).location(parameters.getSourceLocation());
    }

    private static Throwable unwrapped(Throwable exception) {
        boolean wrapper = exception instanceof CompletionException || exception instanceof InvocationTargetException;
        return wrapper && exception.getCause() != null ? unwrapped(exception.getCause()) : exception;
    }
}
