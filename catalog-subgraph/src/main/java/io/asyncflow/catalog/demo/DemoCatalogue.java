package io.asyncflow.catalog.demo;

import io.asyncflow.catalog.content.Menu;
import io.asyncflow.catalog.picture.Drawing;
import io.asyncflow.catalog.picture.Image;
import io.asyncflow.catalog.picture.Shape;
import io.asyncflow.catalog.text.Localized;
import io.asyncflow.catalog.text.Seo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole demo shop. It is the same each time, but for the moment at which the rows are inserted. */
final class DemoCatalogue {

    private static final Instant OPENING = Instant.parse("2026-01-05T00:00:00Z");
    /** Between one product's entry and the next one's. */
    private static final Duration PACE = Duration.ofHours(34);

    private final Vocabulary vocabulary;
    private final List<Category> categories;
    private final Content content;
    private final List<DemoProduct> products = new ArrayList<>();

    DemoCatalogue(DemoFiles files) {
        this.vocabulary = files.vocabulary();
        this.categories = files.categories();
        this.content = files.content();
        for (int i = 0; i < categories.size(); i++) {
            addProducts(i, categories.get(i));
        }
    }

    /** The categories take turns, so that the newest products are of every kind. */
    private void addProducts(int turn, Category category) {
        for (int i = 0; i < category.products().size(); i++) {
            Instant created = OPENING.plus(PACE.multipliedBy((long) i * categories.size() + turn));
            products.add(
                    new DemoProduct(vocabulary, category, category.products().get(i), i + 1, created));
        }
    }

    Tables tables() {
        var tables = new Tables();
        products.forEach(product -> product.addTo(tables));
        categories.forEach(category -> addCategory(tables, category));
        content.collections().forEach(selection -> addSelection(tables, selection));
        content.pages().forEach(page -> addPage(tables, page));
        content.menus()
                .forEach((handle, links) ->
                        tables.add("menu").with("handle", handle).with("items", items(links)));
        return tables;
    }

    private void addCategory(Tables tables, Category category) {
        List<String> colours = List.copyOf(vocabulary.colours().keySet());
        String colour = colours.get(Derived.choice(category.handle(), colours.size()));
        var own = products.stream()
                .filter(product -> product.category().equals(category))
                .toList();
        addCollection(
                tables, category.handle(), category.title(), category.description(), category.shape(), colour, own);
    }

    private void addSelection(Tables tables, Content.Selection selection) {
        var chosen = products.stream()
                .filter(product -> selection.has(product.handle(), product.item()))
                .toList();
        addCollection(
                tables,
                selection.handle(),
                selection.title(),
                selection.description(),
                selection.shape(),
                selection.colour(),
                chosen);
    }

    private void addCollection(
            Tables tables,
            String handle,
            Localized<String> title,
            Localized<String> description,
            Shape shape,
            String colour,
            List<DemoProduct> members) {
        UUID id = Derived.id(OPENING, "collection/" + handle);
        String picture = "collection-" + handle;
        tables.add("collection")
                .with("id", id)
                .with("handle", handle)
                .with("title", title)
                .with("description", description)
                .with("seo", new Seo(title, description))
                .with("image", new Image("images/" + picture + ".svg", title, Drawing.SIZE, Drawing.SIZE));
        tables.add("drawing")
                .with("handle", picture)
                .with("title", title.en())
                .with("shape", shape)
                .with("colour", vocabulary.hue(colour).hex())
                .with("scene", Derived.choice(picture, 1000));
        for (int i = 0; i < members.size(); i++) {
            tables.add("collection_product")
                    .with("collection_id", id)
                    .with("product_id", members.get(i).id())
                    .with("position", i + 1);
        }
    }

    private static void addPage(Tables tables, Content.Text page) {
        tables.add("page")
                .with("id", Derived.id(OPENING, "page/" + page.handle()))
                .with("handle", page.handle())
                .with("title", page.title())
                .with("body", page.body())
                .with("seo", new Seo(page.title(), null))
                .with("created_at", OPENING);
    }

    private static List<Menu.Item> items(@Nullable List<Content.Link> links) {
        return links == null
                ? List.of()
                : links.stream()
                        .map(link -> new Menu.Item(link.title(), link.url(), items(link.items())))
                        .toList();
    }
}
