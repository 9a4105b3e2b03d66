package io.asyncflow.service.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            password=hunter2 next                       | password=*** next
            {"password":"hun ter2","a":1}               | {"password":***,"a":1}
            Authorization: Bearer abc.def-ghi           | Authorization: *** ***
            sent Bearer abcdef123456 on                 | sent Bearer *** on
            the token eyJhbGciOi.eyJzdWIi.c2ln of it    | the token *** of it
            accessToken = xyz, rest                     | accessToken = ***, rest
            apiKey: k-123                               | apiKey: ***
            mail to minji.kim@example.com failed        | mail to m***@example.com failed
            redis://:s3cret@host:6379                   | redis://:***@host:6379
            postgresql://me:s3cret@host/db              | postgresql://me:***@host/db
            """)
    void hidesSecrets(String line, String masked) {
        assertThat(Mask.secrets(line)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Nothing to hide here", "http://localhost:4001/graphql", "passwords are hashed off the loop"})
    void leavesTheRestAlone(String line) {
        assertThat(Mask.secrets(line)).isEqualTo(line);
    }
}
