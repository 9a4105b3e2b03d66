package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.json.Json;
import org.jspecify.annotations.Nullable;

/** Finds one field of a JSON object. */
final class Fields {

    private Fields() {}

    /** The field's value, or null where there is none; of several it is the first. */
    static @Nullable Json of(Json object, byte[] name) {
        var json = new JsonScanner(object);
        json.expect('{');
        if (json.accept('}')) {
            return null;
        }
        do {
            Json key = json.key();
            Json value = json.value();
            if (JsonScanner.says(key, name)) {
                return value;
            }
        } while (json.accept(','));
        return null;
    }
}
