package io.asyncflow.gateway.server.source;

import io.asyncflow.gateway.server.settings.Sizes;
import io.asyncflow.gateway.server.source.Loaded.Failed;
import io.asyncflow.gateway.server.source.Loaded.Found;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Watches one file for one subscriber. */
final class FileWatch implements Watch {

    /** Until a change is looked at once more: somebody may still be writing. */
    private static final Duration SETTLING = Duration.ofMillis(100);

    /** For so many looks a file is read although its stamp is the same: clocks of file systems can be coarse. */
    private static final int YOUNG = 3;

    /** And each so many looks later, because on some file systems a stamp proves nothing. */
    private static final int FROM_TIME_TO_TIME = 10;

    private final Path file;
    private final DataSize maxSize;
    private final Duration interval;

    private @Nullable FileStamp stamp;
    private @Nullable Loaded last;
    private @Nullable Loaded candidate;
    private int looksWithSameStamp;
    private boolean settling;

    FileWatch(Path file, DataSize maxSize, Duration interval) {
        this.file = file;
        this.maxSize = maxSize;
        this.interval = interval;
    }

    @Override
    public Mono<Loaded> look() {
        return Mono.fromCallable(() -> lookNow().orElse(null)).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public Duration pause() {
        return settling && SETTLING.compareTo(interval) < 0 ? SETTLING : interval;
    }

    private Optional<Loaded> lookNow() {
        try {
            FileStamp before = FileStamp.of(file);
            looksWithSameStamp = before.equals(stamp) ? looksWithSameStamp + 1 : 0;
            stamp = before;
            if (looksWithSameStamp >= YOUNG && looksWithSameStamp % FROM_TIME_TO_TIME != 0) {
                return settled(last);
            }
            Loaded read = read(before);
            return FileStamp.of(file).equals(before) ? changed(read) : unsettled();
        } catch (IOException e) {
            stamp = null;
            return changed(failed(reason(e)));
        } catch (SourceException e) {
            stamp = null;
            return changed(failed(String.valueOf(e.getMessage())));
        }
    }

    /** A first look counts at once, a change only once it has been seen twice. */
    private Optional<Loaded> changed(Loaded now) {
        if (last == null || now.equals(last) || now.equals(candidate)) {
            last = now;
            return settled(now);
        }
        candidate = now;
        return unsettled();
    }

    private Optional<Loaded> settled(@Nullable Loaded loaded) {
        settling = false;
        candidate = null;
        return Optional.ofNullable(loaded);
    }

    private Optional<Loaded> unsettled() {
        settling = true;
        return Optional.empty();
    }

    private Loaded read(FileStamp before) throws IOException {
        if (before.size() > maxSize.toBytes()) {
            return failed(file + " is larger than " + Sizes.print(maxSize));
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.isBlank() ? failed(file + " is empty") : new Found(text, file.toString());
        } catch (CharacterCodingException _) {
            return failed(file + " is not UTF-8 text");
        }
    }

    private Failed failed(String message) {
        return new Failed(message, file.toString());
    }

    private String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no file " + file;
            case AccessDeniedException _ -> file + " cannot be read: permission denied";
            default -> file + " cannot be read: " + e.getMessage();
        };
    }
}
