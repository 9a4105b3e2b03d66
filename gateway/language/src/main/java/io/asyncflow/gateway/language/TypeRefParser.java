package io.asyncflow.gateway.language;

/** Types as fields, arguments and variables name them: {@code [Product!]!}. */
final class TypeRefParser {

    private final Tokens tokens;

    TypeRefParser(Tokens tokens) {
        this.tokens = tokens;
    }

    TypeRef type() {
        TypeRef type = tokens.at(Token.OPEN_BRACKET) ? tokens.nested(this::list) : named();
        return tokens.skip(Token.BANG) ? new TypeRef.NonNullType(type) : type;
    }

    private TypeRef list() {
        tokens.expect(Token.OPEN_BRACKET);
        TypeRef of = type();
        tokens.expect(Token.CLOSE_BRACKET);
        return new TypeRef.ListType(of);
    }

    private TypeRef named() {
        return TypeRef.named(tokens.name("a type"));
    }
}
