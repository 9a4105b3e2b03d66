package io.asyncflow.gateway.language;

import java.util.List;

/** What one source defines, in its order. */
public record Document(List<Definition> definitions) {

    public Document {
        definitions = List.copyOf(definitions);
    }
}
