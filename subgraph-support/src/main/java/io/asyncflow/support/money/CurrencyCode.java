package io.asyncflow.support.money;

/** The currencies that the shop trades in, and how many digits their minor unit has. */
public enum CurrencyCode {
    KRW(0),
    USD(2),
    JPY(0),
    EUR(2);

    private final int digits;

    CurrencyCode(int digits) {
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }
}
