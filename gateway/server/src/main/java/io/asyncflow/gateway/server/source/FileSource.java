package io.asyncflow.gateway.server.source;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;

/**
 * A file that is looked at every second. Notifications of the system would miss a file that is replaced, and the links
 * that Kubernetes puts in place of one another.
 */
public final class FileSource implements SupergraphSource {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Path file;
    private final DataSize maxSize;
    private final Duration interval;

    public FileSource(Path file, DataSize maxSize) {
        this(file, maxSize, INTERVAL);
    }

    FileSource(Path file, DataSize maxSize, Duration interval) {
        this.file = file;
        this.maxSize = maxSize;
        this.interval = interval;
    }

    @Override
    public Flux<Loaded> changes() {
        return Watch.changes(() -> new FileWatch(file, maxSize, interval), file.toString());
    }
}
