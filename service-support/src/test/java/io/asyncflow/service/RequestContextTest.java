package io.asyncflow.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void takesOverTheCallersTrace() {
        var request = RequestContext.of("catalog", "abc-1", "00-" + TRACE + "-00f067aa0ba902b7-01");

        assertThat(request).isEqualTo(new RequestContext("catalog", "abc-1", TRACE));
        assertThat(request.traceparent()).matches("00-" + TRACE + "-[0-9a-f]{16}-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "{}", "한글"})
    void makesUpAnIdWhereTheCallersIsNotOne(String sent) {
        assertThat(RequestContext.of("catalog", sent, null).requestId()).matches("[0-9a-f]{16}");
    }

    @Test
    void makesUpAnIdWhereTheCallersIsTooLong() {
        assertThat(RequestContext.of("catalog", "a".repeat(65), null).requestId())
                .matches("[0-9a-f]{16}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "garbage", "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-4bf9-00f0-01"})
    void startsATraceWhereTheCallersIsNotOne(String sent) {
        assertThat(RequestContext.of("catalog", null, sent).traceId())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo("0".repeat(32));
    }
}
