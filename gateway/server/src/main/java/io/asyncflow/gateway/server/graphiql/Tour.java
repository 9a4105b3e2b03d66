package io.asyncflow.gateway.server.graphiql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Documents that show our own graph to somebody who sees it for the first time: tabs for when it is what is served. */
public final class Tour {

    private Tour() {}

    public static List<String> documents() {
        try {
            var resolver = new PathMatchingResourcePatternResolver(Tour.class.getClassLoader());
            return Stream.of(resolver.getResources("classpath*:schema/tour/*.graphql"))
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .map(Tour::text)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
