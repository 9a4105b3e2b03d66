package io.asyncflow.gateway.executor.tree;

import java.util.Arrays;

/** Numbers in a row. */
public final class Ints {

    private int[] numbers = new int[16];
    private int size;

    public int size() {
        return size;
    }

    public int get(int position) {
        return numbers[position];
    }

    public void set(int position, int number) {
        numbers[position] = number;
    }

    public void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    public void clear() {
        size = 0;
    }
}
