package io.asyncflow.ai.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void leavesOutWhatSaysNothing() {
        assertThat(terms("The Lamp, and a chair for your Room!")).containsExactly("lamp", "chair", "room");
    }

    @Test
    void joinsSingularAndPlural() {
        assertThat(terms("cushions berries glasses boxes dress bus"))
                .containsExactly("cushion", "berry", "glass", "box", "dress", "bus");
    }

    @Test
    void cutsKoreanIntoWordsAndPairsOfSyllables() {
        assertThat(terms("쿠션커버를")).containsExactly("쿠션커버를", "쿠션", "션커", "커버", "버를");
        assertThat(terms("쿠션")).containsExactly("쿠션");
        assertThat(terms("컵")).containsExactly("컵");
    }

    @Test
    void cutsWhereTheScriptChanges() {
        assertThat(terms("USB충전기500ml")).containsExactly("usb", "충전기", "충전", "전기", "500ml");
    }

    @Test
    void readsSyllablesThatCameInPieces() {
        assertThat(terms(Normalizer.normalize("녹차", Normalizer.Form.NFD))).containsExactly("녹차");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(terms("")).isEmpty();
        assertThat(terms(" \t·—😀 ")).isEmpty();
    }

    private static List<String> terms(String text) {
        var terms = new ArrayList<String>();
        Words.cut(text, terms::add);
        return terms;
    }
}
