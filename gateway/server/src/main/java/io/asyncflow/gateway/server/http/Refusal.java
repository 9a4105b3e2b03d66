package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.json.Json;
import io.netty.handler.codec.http.HttpResponseStatus;

/** What is answered to a request that never becomes an operation. {@code docs/errors.md} lists the codes. */
@SuppressWarnings("ImmutableEnumChecker") // nothing changes what its fields hold
enum Refusal {
    EMPTY_BODY(400, "BAD_REQUEST", "The request has no body: send a JSON object with a query"),
    NOT_JSON(400, "BAD_REQUEST", "This is not JSON, or nests too deeply"),
    NOT_UTF_8(400, "BAD_REQUEST", "The request is not UTF-8"),
    NOT_COMPRESSED(400, "BAD_REQUEST", "The body is not compressed as its Content-Encoding says"),
    NOT_AN_OBJECT(400, "BAD_REQUEST", "The body is not a JSON object with a query"),
    NO_QUERY(400, "BAD_REQUEST", "There is no query"),
    WRONG_QUERY(400, "BAD_REQUEST", "query is not a string"),
    WRONG_OPERATION_NAME(400, "BAD_REQUEST", "operationName is not a string"),
    WRONG_VARIABLES(400, "BAD_REQUEST", "variables is not an object"),
    WRONG_EXTENSIONS(400, "BAD_REQUEST", "extensions is not an object"),
    REPEATED_FIELD(400, "BAD_REQUEST", "query, operationName, variables or extensions is given twice"),
    BAD_URL(400, "BAD_REQUEST", "The URL is not encoded as URLs are"),
    NO_OPERATION_ID(400, "BAD_REQUEST", "extensions.operationId is missing: it tells the events of a stream apart"),
    EMPTY_BATCH(400, "BAD_REQUEST", "The batch is empty"),
    NO_BATCHING(400, "BATCHING_NOT_ENABLED", "Several operations in one request are not served here"),
    BATCH_TOO_LARGE(422, "BATCH_LIMIT_EXCEEDED", "There are too many operations in one request"),
    PREFLIGHT_REQUIRED(
            403,
            "PREFLIGHT_REQUIRED",
            "A page of another site may have sent this: add a header apollo-require-preflight or x-apollo-operation-name"),
    NO_STREAM(404, "STREAM_NOT_FOUND", "There is no event stream with this token; reserve one with PUT"),
    METHOD(405, "METHOD_NOT_ALLOWED", "Send a POST, or a GET with a query"),
    NOT_ACCEPTABLE(406, "NOT_ACCEPTABLE", "Nothing that Accept allows can be sent; allow application/json"),
    NEEDS_MULTIPART(
            406, "NOT_ACCEPTABLE", "The answer comes in parts: allow multipart/mixed or text/event-stream in Accept"),
    NEEDS_STREAM(
            406,
            "NOT_ACCEPTABLE",
            "A subscription needs text/event-stream or multipart/mixed;subscriptionSpec=1.0 in Accept, or a WebSocket"),
    TIMEOUT(408, "REQUEST_TIMEOUT", "The request took too long to arrive"),
    STREAM_OPEN(409, "STREAM_ALREADY_OPEN", "The event stream with this token is open already"),
    OPERATION_ID_TAKEN(409, "OPERATION_ID_TAKEN", "An operation with this operationId runs on the stream already"),
    TOO_LARGE(413, "CONTENT_TOO_LARGE", "The request is too large"),
    MEDIA_TYPE(415, "UNSUPPORTED_MEDIA_TYPE", "The Content-Type has to be application/json, in UTF-8"),
    ENCODING(415, "UNSUPPORTED_MEDIA_TYPE", "The Content-Encoding has to be gzip or deflate, or absent"),
    TOO_MANY_OPERATIONS(429, "TOO_MANY_OPERATIONS", "Too many operations run on this event stream"),
    FAULT(500, "INTERNAL_SERVER_ERROR", "Something went wrong on our side"),
    TOO_MANY_STREAMS(503, "SERVICE_UNAVAILABLE", "There are too many event streams at the moment; try again later");

    private final HttpResponseStatus status;
    private final String code;
    private final Json body;
    private final Refused refused;

    Refusal(int status, String code, String message) {
        this.status = HttpResponseStatus.valueOf(status);
        this.code = code;
        this.body = Json.of("{\"errors\":[" + error(code, message) + "]}");
        this.refused = new Refused(this);
    }

    HttpResponseStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    /** A response with nothing but the error. */
    Json body() {
        return body;
    }

    /** Always the same one: it has no stack trace. */
    Refused exception() {
        return refused;
    }

    /** One entry of {@code errors}; neither text may need escaping. */
    static String error(String code, String message) {
        return "{\"message\":\"" + message + "\",\"extensions\":{\"code\":\"" + code + "\"}}";
    }
}
