package io.asyncflow.user.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.Shopper;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the graph as JSON, whatever is in them. */
final class Answers {

    private Answers() {}

    static JsonNode ask(Shopper viewer, String document) {
        JsonNode answer = JsonMapper.shared()
                .valueToTree(viewer.asks(document).returnResponse().toMap());
        assertThat(answer.has("data")).as(document + answer).isTrue();
        return answer;
    }

    static List<String> codes(JsonNode answer) {
        return answer.path("errors")
                .valueStream()
                .map(error -> error.path("extensions").path("code").asString())
                .toList();
    }

    static List<String> errorsOf(JsonNode answer) {
        return Stream.concat(
                        answer.path("errors").valueStream(),
                        answer.findValues("userErrors").stream().flatMap(JsonNode::valueStream))
                .map(JsonNode::toString)
                .toList();
    }

    /** All that is no object or list. */
    static List<String> leaves(JsonNode node) {
        if (node.isContainer()) {
            return node.valueStream().flatMap(child -> leaves(child).stream()).toList();
        }
        return node.isNull() || node.isMissingNode() ? List.of() : List.of(node.asString());
    }
}
