package io.asyncflow.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One.</p><p>Two.</p> | One. Two.",
                "<ul><li>a</li><li>b</li></ul> | a b",
                "so <strong>big</strong>. | so big.",
                "a<br/>b | a b",
                "Fish &amp; chips &lt;3 &eacute;&#44032; | Fish & chips <3 é가",
                "before<script>alert('<p>x</p>')</script>after | before after",
                "a<!-- <b>hidden</b> -->b | ab",
                "<STYLE>p { x: y }</STYLE>1 < 2 > 0 | 1 < 2 > 0",
                "never <b closed | never",
                "달항아리 <em>찻잔</em> | 달항아리 찻잔",
            })
    void keepsWhatAReaderSees(String html, String text) {
        assertThat(PlainText.of(html)).isEqualTo(text);
    }

    @Test
    void writesOneLine() {
        assertThat(PlainText.of("<p>  spaced \n out\t</p>")).isEqualTo("spaced out");
    }

    @Test
    void cutsBetweenCharactersAndSaysSo() {
        assertThat(PlainText.truncated("abcdef", 6)).isEqualTo("abcdef");
        assertThat(PlainText.truncated("abcdef", 5)).isEqualTo("abcd…");
        assertThat(PlainText.truncated("ab cdef", 4)).isEqualTo("ab…");
        assertThat(PlainText.truncated("abcdef", 1)).isEqualTo("…");
        assertThat(PlainText.truncated("🍵🍵🍵", 2)).isEqualTo("🍵…");
    }

    @Test
    void isNotHeldUpByHostileMarkup() {
        for (String hostile : List.of("<script>", "<script", "<!--", "<", "</", "<a ", "</script")) {
            assertTimeout(Duration.ofSeconds(5), () -> PlainText.of(hostile.repeat(200_000)));
        }
    }
}
