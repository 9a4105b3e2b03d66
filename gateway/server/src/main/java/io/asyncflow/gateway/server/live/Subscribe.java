package io.asyncflow.gateway.server.live;

import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.server.message.JsonObject;
import io.asyncflow.gateway.server.message.MalformedMessage;

/** Reads what a {@code subscribe} message asks for. */
final class Subscribe {

    private Subscribe() {}

    static ClientRequest request(Json payload) {
        JsonObject object = JsonObject.read(payload);
        Json query = object.string("query");
        Json name = object.string("operationName");
        Json extensions = object.object("extensions");
        if (query == null && extensions == null) {
            throw new MalformedMessage("The 'payload' of a subscribe message needs a 'query'");
        }
        String operationName = name == null ? null : JsonValues.text(name);
        return new ClientRequest(query, operationName, object.object("variables"), extensions, ClientRequest.Way.OPEN);
    }
}
