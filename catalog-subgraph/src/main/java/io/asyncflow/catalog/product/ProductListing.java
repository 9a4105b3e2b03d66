package io.asyncflow.catalog.product;

import io.asyncflow.catalog.product.ProductOrder.Listed;
import io.asyncflow.catalog.rows.Where;
import io.asyncflow.catalog.rows.Words;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import java.util.List;

/**
 * Which products somebody wants to see, and in which order.
 *
 * @param counted whether to say how many there are on all pages together
 */
public record ProductListing(
        Words words,
        List<ProductFilter> filters,
        ProductOrder order,
        boolean reverse,
        PageRequest page,
        boolean counted) {

    static final String TITLE_HIT =
            "case when concat_ws(' ', p.title_en, p.title_ko) ilike all (:words) then 1 else 0 end";

    private static final String HIT = """
            concat_ws(' ', p.title_en, p.title_ko, p.vendor, p.product_type_en, p.product_type_ko,
                      array_to_string(p.tags_en || p.tags_ko, ' ')) ilike all (:words)""";

    private static final int MOST_FILTERS = 10;

    public ProductListing {
        if (filters.size() > MOST_FILTERS) {
            throw new BadInput("filters", "must not be more than " + MOST_FILTERS);
        }
        filters = List.copyOf(filters);
    }

    Keyset<Listed> keyset() {
        return order.keyset(reverse);
    }

    Where where() {
        var where = new Where();
        if (!words.none()) {
            where.and(HIT).bound("words", words.array());
        }
        filters.forEach(filter -> filter.addTo(where));
        return where;
    }
}
