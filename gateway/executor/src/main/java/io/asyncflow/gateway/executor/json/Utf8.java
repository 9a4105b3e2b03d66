package io.asyncflow.gateway.executor.json;

/** Which bytes are characters. */
final class Utf8 {

    private Utf8() {}

    /** How many bytes the character takes that begins here and is not ASCII; 0 where there is none. */
    static int length(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > end) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return isLegal(first, second) ? length : 0;
    }

    /** Neither written longer than need be, nor a surrogate, nor beyond the last character. */
    private static boolean isLegal(int first, int second) {
        return switch (first) {
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second < 0xa0;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second < 0x90;
            default -> true;
        };
    }
}
