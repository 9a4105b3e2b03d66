package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.json.Json;

/** How pieces of JSON follow one another in an answer. */
sealed interface Framing {

    String contentType();

    /** Sent at once, so that the client knows that there is an answer. */
    byte[] opening();

    byte[] frame(Json json);

    byte[] heartbeat();

    byte[] ending();

    /** Server-sent events, as the distinct connections of graphql-sse have them. */
    record Events() implements Framing {

        private static final byte[] COMMENT = Bytes.of(":\n\n");
        private static final byte[] NEXT = Bytes.of("event: next\ndata: ");
        private static final byte[] END_OF_EVENT = Bytes.of("\n\n");
        // Without a data field, EventSource would not hand it on.
        private static final byte[] COMPLETE = Bytes.of("event: complete\ndata:\n\n");

        @Override
        public String contentType() {
            return "text/event-stream; charset=utf-8";
        }

        @Override
        public byte[] opening() {
            return COMMENT;
        }

        @Override
        public byte[] frame(Json json) {
            return new Bytes(json.length() + 32)
                    .add(NEXT)
                    .addInOneLine(json)
                    .add(END_OF_EVENT)
                    .toArray();
        }

        @Override
        public byte[] heartbeat() {
            return COMMENT;
        }

        @Override
        public byte[] ending() {
            return COMPLETE;
        }
    }

    /** Events that were framed before, of many operations: only the stream's end is left to tell, by closing it. */
    record Shared() implements Framing {

        private static final byte[] COMMENT = Bytes.of(":\n\n");
        private static final byte[] NOTHING = new byte[0];

        @Override
        public String contentType() {
            return "text/event-stream; charset=utf-8";
        }

        @Override
        public byte[] opening() {
            return COMMENT;
        }

        @Override
        public byte[] frame(Json event) {
            return event.bytes();
        }

        @Override
        public byte[] heartbeat() {
            return COMMENT;
        }

        @Override
        public byte[] ending() {
            return NOTHING;
        }
    }

    /**
     * Parts of {@code multipart/mixed}. Clients take a part for complete once the next boundary has come, so it is sent
     * with the part.
     *
     * @param protocol the parameter that names it
     * @param heartbeats whether the protocol has empty objects that clients skip
     */
    record Multipart(String protocol, boolean heartbeats) implements Framing {

        private static final byte[] OPENING = Bytes.of("\r\n--graphql");
        private static final byte[] HEADER = Bytes.of("\r\ncontent-type: application/json; charset=utf-8\r\n\r\n");
        private static final byte[] BOUNDARY = Bytes.of("\r\n--graphql");
        private static final byte[] HEARTBEAT =
                new Bytes(64).add(HEADER).add("{}").add(BOUNDARY).toArray();
        private static final byte[] NOTHING = new byte[0];
        private static final byte[] ENDING = Bytes.of("--\r\n");

        @Override
        public String contentType() {
            return "multipart/mixed; boundary=\"graphql\"; " + protocol;
        }

        @Override
        public byte[] opening() {
            return OPENING;
        }

        @Override
        public byte[] frame(Json json) {
            return new Bytes(json.length() + 80)
                    .add(HEADER)
                    .add(json)
                    .add(BOUNDARY)
                    .toArray();
        }

        @Override
        public byte[] heartbeat() {
            return heartbeats ? HEARTBEAT : NOTHING;
        }

        @Override
        public byte[] ending() {
            return ENDING;
        }
    }
}
