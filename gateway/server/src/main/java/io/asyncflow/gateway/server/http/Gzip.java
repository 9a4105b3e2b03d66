package io.asyncflow.gateway.server.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;

/** Compresses what is sent, part by part: each call gives all that a client needs to read so far. */
final class Gzip {

    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();
    private final GZIPOutputStream compressor;

    Gzip(int level) {
        try {
            compressor = new Leveled(sink, level);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    byte[] part(byte[] bytes) {
        try {
            compressor.write(bytes);
            compressor.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return taken();
    }

    /** The last bytes. After it nothing more can be compressed. */
    byte[] end() {
        try {
            compressor.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return taken();
    }

    private byte[] taken() {
        byte[] bytes = sink.toByteArray();
        sink.reset();
        return bytes;
    }

    static byte[] whole(byte[] bytes, int from, int length, int level) {
        var sink = new ByteArrayOutputStream(length / 3);
        try (var compressor = new Leveled(sink, level)) {
            compressor.write(bytes, from, length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sink.toByteArray();
    }

    /** Undoes a {@code Content-Encoding}; never makes more than the limit of it, however much is packed in there. */
    static byte[] decompressed(byte[] bytes, int length, boolean gzip, int limit) {
        var packed = new ByteArrayInputStream(bytes, 0, length);
        try (InputStream in = gzip ? new GZIPInputStream(packed) : new InflaterInputStream(packed)) {
            byte[] text = in.readNBytes(limit + 1);
            if (text.length > limit) {
                throw Refusal.TOO_LARGE.exception();
            }
            return text;
        } catch (IOException malformed) {
            throw Refusal.NOT_COMPRESSED.exception();
        }
    }

    private static final class Leveled extends GZIPOutputStream {

        Leveled(ByteArrayOutputStream sink, int level) throws IOException {
            super(sink, 8192, true);
            def.setLevel(level);
            def.setStrategy(Deflater.DEFAULT_STRATEGY);
        }
    }
}
