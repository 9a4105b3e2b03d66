package io.asyncflow.catalog.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.asyncflow.catalog.text.LanguageCode;
import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** The arguments that many fields have in common. */
public final class Arguments {

    public static final int DEFAULT_PAGE = 20;

    private Arguments() {}

    public static LanguageCode language(DataFetchingEnvironment environment) {
        return choice(environment, "language", LanguageCode.EN);
    }

    public static CurrencyCode currency(DataFetchingEnvironment environment) {
        return choice(environment, "currency", CurrencyCode.KRW);
    }

    public static boolean reverse(DataFetchingEnvironment environment) {
        return Boolean.TRUE.equals(environment.getArgument("reverse"));
    }

    /** The enum value that the argument names; null counts as left out. */
    public static <E extends Enum<E>> E choice(DataFetchingEnvironment environment, String argument, E otherwise) {
        String name = environment.getArgument(argument);
        return name == null ? otherwise : Enum.valueOf(otherwise.getDeclaringClass(), name);
    }

    /** The page that {@code first}, {@code after}, {@code last} and {@code before} ask for, as far as the field has them. */
    public static PageRequest page(DataFetchingEnvironment environment, int otherwise) {
        @Nullable Integer first = environment.getArgument("first");
        @Nullable Integer last = environment.getArgument("last");
        return PageRequest.of(
                first == null && last == null ? Integer.valueOf(otherwise) : first,
                environment.getArgument("after"),
                last,
                environment.getArgument("before"));
    }
}
