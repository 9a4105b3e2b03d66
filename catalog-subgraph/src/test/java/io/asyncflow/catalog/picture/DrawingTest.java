package io.asyncflow.catalog.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class DrawingTest {

    private static final Colour NAVY = Colour.of("#2c3f66");

    @ParameterizedTest
    @EnumSource
    void drawsEachShapeAsWellFormedSvg(Shape shape) throws Exception {
        String svg = new Drawing("A thing", shape, NAVY, 7).svg();

        Document document = parsed(svg);
        assertThat(document.getDocumentElement().getLocalName()).isEqualTo("svg");
        assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("800");
        assertThat(svg).contains(NAVY.toString()).doesNotContain("{", "script", "href", "url(");
    }

    @Test
    void escapesItsTitle() throws Exception {
        String title = "</title><script>alert('x')</script> & \"more\"";

        Document document = parsed(new Drawing(title, Shape.MUG, NAVY, 0).svg());

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(title);
    }

    @Test
    void looksDifferentInEachColourAndManyScenes() {
        Set<String> seen = new HashSet<>();
        for (int scene = 0; scene < 1000; scene++) {
            seen.add(new Drawing("A mug", Shape.MUG, NAVY, scene).svg());
        }
        assertThat(seen).hasSizeGreaterThan(100);
        assertThat(new Drawing("A mug", Shape.MUG, NAVY, 1).svg())
                .isEqualTo(new Drawing("A mug", Shape.MUG, NAVY, 1).svg())
                .isNotEqualTo(new Drawing("A mug", Shape.MUG, Colour.of("#d9a22e"), 1).svg());
    }

    @Test
    void neverPaintsAThingOntoItsOwnColour() {
        for (String hex : new String[] {"#efe7da", "#f5f2ec", "#d8dfec", "#000000", "#ffffff"}) {
            for (int scene = 0; scene < 50; scene++) {
                String svg = new Drawing("A mug", Shape.MUG, Colour.of(hex), scene).svg();
                assertThat(svg).doesNotContain("height=\"800\" fill=\"" + hex);
            }
        }
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
