package io.asyncflow.support.graphql;

import com.netflix.graphql.dgs.federation.DefaultDgsFederationResolver;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.asyncflow.support.errors.BadInput;
import java.util.List;
import java.util.Map;

/** Refuses representations that are no objects; {@code _Any} lets them through and DGS would fail over them. */
final class EntityObjects extends DefaultDgsFederationResolver {

    @Override
    public DataFetcher<Object> entitiesFetcher() {
        DataFetcher<Object> fetcher = super.entitiesFetcher();
        return environment -> {
            requireObjects(environment);
            return fetcher.get(environment);
        };
    }

    private static void requireObjects(DataFetchingEnvironment environment) {
        List<?> representations = environment.getArgumentOrDefault("representations", List.of());
        if (!representations.stream().allMatch(Map.class::isInstance)) {
            throw new BadInput("representations", "must each be an object with a __typename");
        }
    }
}
