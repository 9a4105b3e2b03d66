package io.asyncflow.catalog.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetcherFactory;
import graphql.schema.DataFetcherFactoryEnvironment;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.SingletonPropertyDataFetcher;
import io.asyncflow.catalog.price.ByCurrency;
import io.asyncflow.catalog.text.Localized;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads every field that has no fetcher of its own. Where a property exists in several languages or currencies, the
 * field's argument chooses one, so that no such field needs code.
 */
@Component
final class Choices implements DataFetcherFactory<@Nullable Object> {

    private static final DataFetcher<@Nullable Object> FETCHER = new Fetcher();

    @Override
    @Deprecated
    public DataFetcher<@Nullable Object> get(DataFetcherFactoryEnvironment environment) {
        return FETCHER;
    }

    @Override
    public DataFetcher<@Nullable Object> get(GraphQLFieldDefinition field) {
        return FETCHER;
    }

    private static final class Fetcher implements LightDataFetcher<@Nullable Object> {

        private static final LightDataFetcher<?> PROPERTY = SingletonPropertyDataFetcher.singleton();

        @Override
        public @Nullable Object get(
                GraphQLFieldDefinition field, @Nullable Object source, Supplier<DataFetchingEnvironment> environment)
                throws Exception {
            return switch (PROPERTY.get(field, source, environment)) {
                case Localized<?> text -> text.in(Arguments.language(environment.get()));
                case ByCurrency<?> price -> price.in(Arguments.currency(environment.get()));
                case null -> null;
                case Object plain -> plain;
            };
        }

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
            return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
        }
    }
}
