package io.asyncflow.catalog.content;

import static io.asyncflow.catalog.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.catalog.Answer;
import io.asyncflow.catalog.CatalogTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

@CatalogTest
class ContentIT {

    private static final List<String> HANDLES = List.of(
            "about", "frequently-asked-questions", "privacy-policy", "shipping-return-policy", "terms-and-conditions");

    @Autowired
    HttpGraphQlTester graph;

    @Test
    void answersAPageInBothLanguages() {
        var page = graph.document("""
                { page(handle: "shipping-return-policy") { id title ko: title(language: KO) body koBody: body(language: KO)
                    bodySummary koSummary: bodySummary(language: KO) seo { title description } createdAt updatedAt }
                  pageByHandle(handle: "about") { title } }""").execute();

        page.path("page.title").entity(String.class).isEqualTo("Shipping and Returns");
        page.path("page.ko").entity(String.class).isEqualTo("배송 및 반품 정책");
        page.path("page.body").entity(String.class).matches(html -> html.contains("<h2>Returns</h2>"));
        page.path("page.koBody").entity(String.class).matches(html -> html.contains("<h2>반품</h2>"));
        page.path("page.bodySummary")
                .entity(String.class)
                .satisfies(text -> assertThat(text)
                        .hasSizeLessThanOrEqualTo(150)
                        .doesNotContain("<")
                        .endsWith("…"));
        page.path("page.koSummary").entity(String.class).matches(text -> text.startsWith("오후 2시"));
        page.path("page.seo.description").valueIsNull();
        page.path("pageByHandle.title").entity(String.class).isEqualTo("About Us");
        String id = page.path("page.id").entity(String.class).get();
        graph.document("{ page(id: \"%s\") { handle } }".formatted(id))
                .execute()
                .path("page.handle")
                .entity(String.class)
                .isEqualTo("shipping-return-policy");
    }

    @Test
    void listsThePages() {
        var pages = new Answer(
                graph.document("{ pages(first: 2) { nodes { handle } pageInfo { hasNextPage endCursor } } }")
                        .execute(),
                "pages");
        pages.path("nodes[*].handle").entityList(String.class).isEqualTo(HANDLES.subList(0, 2));
        String end = pages.path("pageInfo.endCursor").entity(String.class).get();
        graph.document("{ pages(after: \"%s\") { edges { cursor node { handle } } pageInfo { hasNextPage } } }"
                        .formatted(end))
                .execute()
                .path("pages.edges[*].node.handle")
                .entityList(String.class)
                .isEqualTo(HANDLES.subList(2, 5));
    }

    @Test
    void answersAMenuWithItsSubmenus() {
        var menu = new Answer(graph.document("""
                { menu(handle: "next-js-frontend-header-menu") { handle
                    items { title ko: title(language: KO) url items { title url items { title } } } } }""").execute(), "menu");

        menu.path("items[0].url").entity(String.class).isEqualTo("/search");
        menu.path("items[1].ko").entity(String.class).isEqualTo("리빙");
        menu.path("items[1].items[*].url")
                .entityList(String.class)
                .containsExactly("/collections/lighting", "/collections/bedding", "/collections/plants");
        menu.path("items[0].items").entityList(Object.class).hasSize(0);
    }

    @Test
    void leadsFromTheFooterToPagesThatExist() {
        graph.document("{ menu(handle: \"next-js-frontend-footer-menu\") { items { url } } }")
                .execute()
                .path("menu.items[*].url")
                .entityList(String.class)
                .satisfies(urls -> assertThat(urls)
                        .containsExactlyInAnyOrderElementsOf(HANDLES.stream()
                                .map(handle -> "/pages/" + handle)
                                .toList()));
    }

    @Test
    void answersNullForWhatIsUnknown() {
        var answers = graph.document("""
                { menu(handle: "none") { handle } page(handle: "none") { id } pageByHandle(handle: "none") { id } }""").execute();

        answers.path("menu").valueIsNull();
        answers.path("page").valueIsNull();
        answers.path("pageByHandle").valueIsNull();
    }

    @Test
    void refusesWhatNamesNothing() {
        assertRefused(graph, "{ page { id } }", "id");
        assertRefused(graph, "{ page(id: \"x\", handle: \"y\") { id } }", "id");
        assertRefused(graph, "{ page(id: \"collection_01h455vb4pex5vsknk084sn02q\") { id } }", "id");
        assertRefused(graph, "{ pageByHandle(handle: \" \") { id } }", "handle");
        assertRefused(graph, "{ menu(handle: \"\") { handle } }", "handle");
        assertRefused(graph, "{ menu(handle: \"a\\u0000\") { handle } }", "handle");
        assertRefused(graph, "{ menu(handle: \"" + "x".repeat(256) + "\") { handle } }", "handle");
    }

    @Test
    void refusesAbsurdPages() {
        for (int size : List.of(0, -1, 251, Integer.MAX_VALUE)) {
            assertRefused(graph, "{ pages(first: " + size + ") { nodes { id } } }", "first");
        }
        assertRefused(graph, "{ pages(after: \"x\") { nodes { id } } }", "after");
    }
}
