package io.asyncflow.allinone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every link from a page to another page, a file or a heading leads to one. */
class LinksTest {

    private static final Path ROOT = Repository.here().root();

    @Test
    void leadSomewhere() {
        var pages = new ArrayList<>(Repository.files(ROOT.resolve("docs"), ".md"));
        pages.addAll(Repository.files(ROOT.resolve("schema"), "README.md"));
        pages.addAll(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md"), ROOT.resolve("CHANGELOG.md")));

        assertThat(pages)
                .hasSizeGreaterThan(10)
                .allSatisfy(page ->
                        assertThat(broken(Page.read(page))).as(page.toString()).isEmpty());
    }

    @Test
    void noticesOneThatDoesNot() {
        var page = new Page(ROOT.resolve("docs/invented.md"), """
                # One
                [a](adr/README.md) [b](nowhere.md) [c](#one) [d](#two) [e](adr/README.md#decisions) [f](adr/README.md#gone)
                [g](https://example.com)
                """);

        assertThat(broken(page)).containsExactly("nowhere.md", "#two", "adr/README.md#gone");
    }

    private static List<String> broken(Page page) {
        return page.links().stream().filter(link -> !leads(page, link)).toList();
    }

    private static boolean leads(Page from, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? from.file() : from.file().resolveSibling(parts[0]);
        if (!parts[0].isEmpty() && !Files.exists(target)) {
            return false;
        }
        return parts.length == 1
                || (parts[0].isEmpty() ? from : Page.read(target)).anchors().contains(parts[1]);
    }
}
