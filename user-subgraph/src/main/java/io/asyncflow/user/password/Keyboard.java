package io.asyncflow.user.password;

import java.util.List;

/** Which keys are beside one another, on the keyboard that both Korea and America type on. */
final class Keyboard {

    private static final List<String> ROWS = List.of("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./");
    private static final double MOST = 0.75;

    private Keyboard() {}

    /** Whether the finger hardly ever leaves the row or the column. */
    static boolean isWalk(String text) {
        int steps = 0;
        for (int i = 1; i < text.length(); i++) {
            if (areBeside(text.charAt(i - 1), text.charAt(i))) {
                steps++;
            }
        }
        return steps >= MOST * (text.length() - 1);
    }

    private static boolean areBeside(char a, char b) {
        for (int row = 0; row < ROWS.size(); row++) {
            int column = ROWS.get(row).indexOf(a);
            if (column >= 0) {
                return isAt(b, row, column - 1)
                        || isAt(b, row, column + 1)
                        || isAt(b, row - 1, column)
                        || isAt(b, row + 1, column);
            }
        }
        return false;
    }

    private static boolean isAt(char key, int row, int column) {
        return row >= 0
                && row < ROWS.size()
                && column >= 0
                && column < ROWS.get(row).length()
                && ROWS.get(row).charAt(column) == key;
    }
}
