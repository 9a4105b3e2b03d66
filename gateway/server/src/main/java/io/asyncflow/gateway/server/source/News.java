package io.asyncflow.gateway.server.source;

import io.asyncflow.gateway.server.source.Loaded.Failed;
import io.asyncflow.gateway.server.source.Loaded.Found;
import io.asyncflow.gateway.server.source.Loaded.Unchanged;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leaves out what one subscriber has been told already. */
final class News {

    private @Nullable String sdl;
    private @Nullable String failure;

    Optional<Loaded> of(Loaded loaded) {
        return switch (loaded) {
            case Found found when found.sdl().equals(sdl) -> recovered(found.origin());
            case Found found -> {
                sdl = found.sdl();
                failure = null;
                yield Optional.of(found);
            }
            case Unchanged unchanged -> recovered(unchanged.origin());
            case Failed failed when failed.message().equals(failure) -> Optional.empty();
            case Failed failed -> {
                failure = failed.message();
                yield Optional.of(failed);
            }
        };
    }

    private Optional<Loaded> recovered(String origin) {
        boolean failing = failure != null;
        failure = null;
        return failing ? Optional.of(new Unchanged(origin)) : Optional.empty();
    }
}
