package io.asyncflow.catalog.demo;

import io.asyncflow.catalog.demo.Category.Item;
import io.asyncflow.catalog.picture.Drawing;
import io.asyncflow.catalog.product.Attribute;
import io.asyncflow.catalog.product.ProductOption;
import io.asyncflow.catalog.text.Localized;
import io.asyncflow.catalog.text.Seo;
import io.asyncflow.support.ids.TypeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One product of the demo shop, and the rows that it is made of. */
record DemoProduct(Vocabulary vocabulary, Category category, Item item, int number, Instant created) {

    private static final int SCENES = 1000;

    String handle() {
        return Derived.handle(item.title().en());
    }

    UUID id() {
        return id("product");
    }

    void addTo(Tables tables) {
        addProduct(tables);
        addImages(tables);
        List<Map<String, Object>> choices = Combinations.of(item);
        for (int i = 0; i < choices.size(); i++) {
            new DemoVariant(this, i, choices.get(i)).addTo(tables);
        }
    }

    private void addProduct(Tables tables) {
        var text = new DemoText(vocabulary, category, item);
        tables.add("product")
                .with("id", id())
                .with("handle", handle())
                .with("title", item.title())
                .with("description_html", text.description(handle()))
                .with("vendor", vendor())
                .with("product_type", category.type())
                .with("tags", text.tags())
                .with("options", options())
                .with("attributes", attributes())
                .with("seo", new Seo(titled(vendor()), item.lead()))
                .with("created_at", created)
                .with("published_at", created);
    }

    /** A picture in each colour. */
    private void addImages(Tables tables) {
        List<String> colours = colours();
        for (int i = 0; i < colours.size(); i++) {
            String picture = handle() + "-" + colours.get(i);
            Vocabulary.Hue hue = vocabulary.hue(colours.get(i));
            tables.add("product_image")
                    .with("id", imageId(colours.get(i)))
                    .with("product_id", id())
                    .with("position", i + 1)
                    .with("path", "images/" + picture + ".svg")
                    .with("alt_text", hued(hue))
                    .with("width", Drawing.SIZE)
                    .with("height", Drawing.SIZE);
            tables.add("drawing")
                    .with("handle", picture)
                    .with("title", hued(hue).en())
                    .with("shape", category.shape())
                    .with("colour", hue.hex())
                    .with("scene", Derived.choice(handle() + "/scene", SCENES));
        }
    }

    private List<ProductOption> options() {
        List<ProductOption> options = new ArrayList<>();
        item.choices().forEach((term, values) -> {
            var words =
                    values.stream().map(value -> vocabulary.option(term, value)).toList();
            options.add(new ProductOption(
                    TypeId.format("option", id("option/" + term)),
                    vocabulary.term(vocabulary.options(), term).name(),
                    DemoText.each(words)));
        });
        return options;
    }

    private List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        item.facts()
                .forEach((term, value) -> attributes.add(
                        new Attribute(vocabulary.term(vocabulary.facts(), term).name(), vocabulary.fact(term, value))));
        String weight = item.grams() < 1000 ? item.grams() + " g" : item.grams() / 100 / 10.0 + " kg";
        attributes.add(
                new Attribute(vocabulary.term(vocabulary.facts(), "weight").name(), new Localized<>(weight, weight)));
        return attributes;
    }

    List<String> colours() {
        List<Object> offered = item.choices().get(Vocabulary.COLOUR);
        if (offered != null) {
            return offered.stream().map(Object::toString).toList();
        }
        List<String> all = List.copyOf(vocabulary.colours().keySet());
        return List.of(all.get(Derived.choice(handle() + "/colour", all.size())));
    }

    private String vendor() {
        return category.vendors()
                .get(Derived.choice(handle() + "/vendor", category.vendors().size()));
    }

    private Localized<String> hued(Vocabulary.Hue hue) {
        return new Localized<>(
                item.title().en() + ", " + hue.name().en(),
                item.title().ko() + ", " + hue.name().ko());
    }

    private Localized<String> titled(String suffix) {
        return new Localized<>(item.title().en() + " | " + suffix, item.title().ko() + " | " + suffix);
    }

    UUID imageId(String colour) {
        return id("image/" + colour);
    }

    UUID id(String kind) {
        return Derived.id(created, kind + "/" + handle());
    }
}
