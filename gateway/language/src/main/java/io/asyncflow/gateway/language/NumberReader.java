package io.asyncflow.gateway.language;

/** Reads an integer or a number with a fraction or an exponent. */
final class NumberReader {

    private final Source source;

    NumberReader(Source source) {
        this.source = source;
    }

    Token read() {
        Token token = Token.INT;
        if (source.current() == '-') {
            source.skip(1);
        }
        integer();
        if (source.current() == '.') {
            token = Token.FLOAT;
            source.skip(1);
            digits("after the decimal point");
        }
        if (source.current() == 'e' || source.current() == 'E') {
            token = Token.FLOAT;
            exponent();
        }
        if (source.current() == '.' || Characters.startsName(source.current())) {
            throw source.error("Expected the number to end, but found " + Characters.show(source.current())
                    + "; put a space or a comma behind a number.");
        }
        return token;
    }

    private void integer() {
        if (source.current() == '0' && Characters.isDigit(source.ahead(1))) {
            source.skip(1);
            throw source.error("A number cannot start with 0 and go on with more digits; leave the 0 out.");
        }
        digits("in the number");
    }

    private void exponent() {
        source.skip(1);
        if (source.current() == '+' || source.current() == '-') {
            source.skip(1);
        }
        digits("in the exponent");
    }

    private void digits(String where) {
        if (!Characters.isDigit(source.current())) {
            throw source.error("Expected a digit " + where + ", but found " + Characters.show(source.current()) + ".");
        }
        while (Characters.isDigit(source.current())) {
            source.skip(1);
        }
    }
}
