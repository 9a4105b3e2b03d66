package io.asyncflow.gateway.server.settings;

import java.util.Locale;
import org.springframework.util.unit.DataSize;
import org.springframework.util.unit.DataUnit;

/** Sizes as configurations write them: {@code 512KB}, {@code 2MB}, or a number of bytes. */
public final class Sizes {

    private static final String[] SUFFIXES = {"TB", "GB", "MB", "KB"};
    private static final DataUnit[] UNITS = {
        DataUnit.TERABYTES, DataUnit.GIGABYTES, DataUnit.MEGABYTES, DataUnit.KILOBYTES
    };

    private Sizes() {}

    /** The size; an {@link IllegalArgumentException} where the text is none. */
    public static DataSize parse(String text) {
        try {
            return DataSize.parse(text.strip().toUpperCase(Locale.ROOT).replace("IB", "B"));
        } catch (ArithmeticException _) {
            throw new IllegalArgumentException(text);
        }
    }

    /** In the largest unit that leaves nothing over. */
    public static String print(DataSize size) {
        for (int i = 0; i < UNITS.length; i++) {
            long unit = DataSize.of(1, UNITS[i]).toBytes();
            if (size.toBytes() != 0 && size.toBytes() % unit == 0) {
                return size.toBytes() / unit + SUFFIXES[i];
            }
        }
        return size.toBytes() + "B";
    }
}
